import assert from "node:assert/strict";
import { askedType, noteAskedTypes } from "../../../policypack/sdk/asked-type";

type Answer = (...answer: unknown[]) => void;
type Handler = (call: object, answer: Answer) => unknown;

/** A server as the SDK has it, and what is left of a handler once it has been added. */
function makeServer() {
    const added: Record<string, unknown>[] = [];
    class Server {
        addService(_: unknown, handlers: Record<string, unknown>): void {
            added.push(handlers);
        }
    }
    return { Server, added };
}

/** Asks about a resource of a type, and gives what ends the question. */
function ask(handler: Handler, type: string): () => void {
    return handler({ request: { getType: () => type } }, () => undefined) as () => void;
}

describe("askedType", () => {
    const { Server, added } = makeServer();
    assert.equal(noteAskedTypes(Server as never), true);
    const analyzeStack = (): void => undefined;
    // It answers when it is told to.
    const analyze: Handler = (_, answer) => () => answer(null, "answered");
    new Server().addService({}, { analyze, analyzeStack });
    const noted = added[0].analyze as Handler;

    it("is nothing before and after a question", () => {
        assert.equal(askedType(), undefined);
        const end = ask(noted, "aws:kms/key:Key");
        assert.equal(askedType(), "aws:kms/key:Key");
        end();
        assert.equal(askedType(), undefined);
    });

    it("is nothing while several resources are asked about, in whatever order that ends", () => {
        const first = ask(noted, "aws:kms/key:Key");
        const second = ask(noted, "aws:iam/role:Role");
        assert.equal(askedType(), undefined);
        first();
        assert.equal(askedType(), "aws:iam/role:Role");
        second();
        assert.equal(askedType(), undefined);
    });

    it("leaves the answer as it is, and what else the server is asked", () => {
        const answers: unknown[][] = [];
        const call = { request: { getType: () => "aws:kms/key:Key" } };
        (noted(call, (...answer) => answers.push(answer)) as () => void)();
        assert.deepEqual(answers, [[null, "answered"]]);
        assert.equal(added[0].analyzeStack, analyzeStack);
    });

    for (const [name, made] of Object.entries({
        "there is no server": {},
        "a server takes no service": { prototype: {} },
    })) {
        it(`is never known where ${name}`, () => {
            assert.equal(noteAskedTypes(made as never), false);
        });
    }
});
