import assert from "node:assert/strict";
import fc from "fast-check";
import { evaluateIdentity, parsePolicyDocument, type NamedPolicy } from "../../../core/iam";
import { decrypt, isUnknown, policy, type Statement } from "./fixtures";
import { blur, evaluators, oneOf, permuted, statements, worlds } from "./worlds";

for (const [name, evaluate] of Object.entries(evaluators)) {
    describe(`the laws of ${name}`, () => {
        it("never allows because something became unknown, nor denies", () => {
            fc.assert(
                fc.property(worlds, fc.nat(10_000), (world, at) => {
                    const before = evaluate(world).answer;
                    const after = evaluate(blur(world, at)).answer;
                    assert.ok(
                        before === "undetermined" || after === before || after === "undetermined",
                        `${before} became ${after}`,
                    );
                }),
                { numRuns: 2000 },
            );
        });

        it("never turns denied into allowed by one more Deny", () => {
            fc.assert(
                fc.property(worlds, statements, (world, statement) => {
                    const identity = [...world.identity, { ...statement, Effect: "Deny" }];
                    const [before, after] = [evaluate(world), evaluate({ ...world, identity })];
                    assert.ok(after.answer !== "allowed" || before.answer === "allowed");
                }),
            );
        });

        it("does not depend on the case of actions", () => {
            fc.assert(
                fc.property(worlds, (world) => {
                    const upper = (list: unknown[]) =>
                        (list as Statement[]).map((statement) => ({
                            ...statement,
                            ...(statement.Action !== undefined && {
                                Action: [statement.Action]
                                    .flat()
                                    .map((a) => String(a).toUpperCase()),
                            }),
                        }));
                    const key = world.key === "default" ? world.key : upper(world.key);
                    const shouted = { ...world, identity: upper(world.identity), key };
                    assert.equal(evaluate(shouted).answer, evaluate(world).answer);
                }),
            );
        });

        it("does not depend on the order of statements", () => {
            fc.assert(
                fc.property(
                    worlds.chain((world) =>
                        fc.tuple(
                            fc.constant(world),
                            permuted(world.identity),
                            world.key === "default" ? fc.constant(world.key) : permuted(world.key),
                        ),
                    ),
                    ([world, identity, key]) => {
                        const [a, b] = [evaluate(world), evaluate({ ...world, identity, key })];
                        assert.deepEqual([a.answer, a.reason], [b.answer, b.reason]);
                    },
                ),
            );
        });
    });
}

describe("the laws of policies", () => {
    it("give the same verdict in any order, word for word", () => {
        const policies = fc
            .uniqueArray(statements, { maxLength: 4 })
            .map((list): NamedPolicy[] => list.map((s, i) => policy(s, "2012-10-17", `p${i}`)));
        fc.assert(
            fc.property(
                policies.chain((list) => fc.tuple(fc.constant(list), permuted(list))),
                ([list, shuffled]) => {
                    assert.deepEqual(
                        evaluateIdentity(decrypt, shuffled),
                        evaluateIdentity(decrypt, list),
                    );
                },
            ),
            { numRuns: 500 },
        );
    });

    it("never throw, whatever the document is", () => {
        const anything = fc.oneof(
            fc.anything(),
            fc.json(),
            fc.string(),
            fc.object({
                key: oneOf("Statement", "Action", "Effect", "Principal", "Condition", "AWS"),
            }),
        );
        fc.assert(
            fc.property(anything, (input) => {
                const { document, findings } = parsePolicyDocument(input, isUnknown);
                assert.equal(document === undefined, findings.length > 0);
            }),
        );
    });
});
