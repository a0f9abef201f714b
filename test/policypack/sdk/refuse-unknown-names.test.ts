import * as grpc from "@grpc/grpc-js";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import assert from "node:assert/strict";
import { refuseUnknownNames } from "../../../policypack/sdk/refuse-unknown-names";
import { findServer } from "../../../policypack/sdk/server";

type Answer = (...answer: unknown[]) => void;
type Configure = (call: object, answer: Answer) => unknown;

/** Configures a pack of one policy, and gives what it answers. */
function configure(call: object): unknown[][] {
    let added: Record<string, unknown> = {};
    class Server {
        addService(_: unknown, handlers: Record<string, unknown>): void {
            added = handlers;
        }
    }
    assert.equal(refuseUnknownNames(["no-secrets"], Server as never), true);
    const handler: Configure = (_, answer) => answer(undefined, "configured");
    new Server().addService({}, { configure: handler });
    const answers: unknown[][] = [];
    (added.configure as Configure)(call, (...answer) => answers.push(answer));
    return answers;
}

/** The engine's message, by policy with its settings. */
function message(config: Record<string, Record<string, string>>): object {
    const request = new analyzer.ConfigureAnalyzerRequest();
    for (const [name, settings] of Object.entries(config)) {
        const policy = new analyzer.PolicyConfig();
        policy.setProperties(Struct.fromJavaScript(settings));
        request.getPolicyconfigMap().set(name, policy);
    }
    return { request };
}

const CONFIGURED = [[undefined, "configured"]];

describe("refuseUnknownNames", () => {
    it("lets a configuration of the pack's policies reach the SDK", () => {
        assert.deepEqual(configure(message({ "no-secrets": { likely: "mandatory" } })), CONFIGURED);
    });

    it("answers a name that is none with an error of gRPC, and the SDK is not asked", () => {
        const details = "the pack has no policy no-secret (did you mean no-secrets?)";
        assert.deepEqual(configure(message({ "no-secret": {} })), [[{ code: 3, details }]]);
    });

    it("answers settings of all policies with an error of gRPC", () => {
        const details =
            "all has a level and no settings (give likely to each policy that it is for)";
        assert.deepEqual(configure(message({ all: { likely: "mandatory" } })), [
            [{ code: 3, details }],
        ]);
    });

    for (const [title, call] of Object.entries({
        "a call without a message": {},
        "a message without a configuration": { request: {} },
        "a configuration that cannot be listed": { request: { getPolicyconfigMap: () => ({}) } },
    })) {
        it(`lets ${title} reach the SDK`, () => {
            assert.deepEqual(configure(call), CONFIGURED);
        });
    }

    it("finds the server of the SDK that is installed", () => {
        assert.equal(findServer(), grpc.Server);
    });
});
