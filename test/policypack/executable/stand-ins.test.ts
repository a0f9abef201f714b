import * as pulumi from "@pulumi/pulumi";
import * as sdk from "@pulumi/pulumi/runtime/rpc";
import assert from "node:assert/strict";
import * as standIn from "../../../policypack/executable/pulumi";
import * as rpc from "../../../policypack/executable/rpc";
import { noteStackConfig, stackConfig } from "../../../policypack/executable/stack-config";

type Answer = (...answer: unknown[]) => void;

describe("what the executable takes in place of the SDK for programs", () => {
    for (const [name, signature] of Object.entries(rpc)) {
        it(`has the SDK's ${name}`, () => {
            assert.equal(signature, sdk[name as keyof typeof rpc]);
        });
    }

    it("has the SDK's assets", () => {
        assert.equal(standIn.asset.StringAsset, pulumi.asset.StringAsset);
        assert.equal(standIn.asset.AssetArchive, pulumi.asset.AssetArchive);
    });

    it("has the config of the stack once the engine has sent it, and nothing before", () => {
        let added: Record<string, unknown> = {};
        class Server {
            addService(_: unknown, handlers: Record<string, unknown>): void {
                added = handlers;
            }
        }
        noteStackConfig(Server as never);
        const answered: unknown[] = [];
        const configureStack = (call: object, answer: Answer) => answer(null, call);
        new Server().addService({}, { configureStack });
        assert.deepEqual(standIn.runtime.allConfig(), {});
        const config = new Map([["web:databasePassword", "made-up"]]);
        const call = { request: { getConfigMap: () => config } };
        (added.configureStack as typeof configureStack)(call, (...answer) => answered.push(answer));
        assert.deepEqual(answered, [[null, call]]);
        assert.deepEqual(standIn.runtime.allConfig(), { "web:databasePassword": "made-up" });
        assert.deepEqual(stackConfig(), { "web:databasePassword": "made-up" });
    });
});
