import assert from "node:assert/strict";
import { secretMemory } from "../../../policypack/taint/memory";
import { toResources, type Stack } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import { describePolicy } from "../../support/policy-table";
import { secretOf, UNKNOWN } from "../../support/wire";

const VALUE = "made-up-value-4711";

const base: Stack = {
    topic: { type: "aws:sns/topic:Topic", props: { name: "web" } },
    task: {
        type: "aws:lambda/function:Function",
        props: {
            name: UNKNOWN,
            layers: ["a", secretOf("b")],
            environment: { variables: { GREETING: secretOf(VALUE), LEVEL: "info" } },
        },
    },
};

describePolicy("pulumi-secret-require-tracking", {
    values: [VALUE],
    valid: [{ name: "what Pulumi holds secret: it says nothing itself", stack: base }],
    invalid: [],
    unknown: [],
});

describe("pulumi-secret-require-tracking notes", () => {
    const urnOf = (name: string) => toResources(base).find((one) => one.name === name)?.urn ?? "";

    it("what Pulumi holds secret in a resource, and where", async () => {
        await runPack(toResources(base));
        assert.deepEqual(secretMemory.find(urnOf("task")), [
            { path: ["environment", "variables", "GREETING"], value: VALUE },
            { path: ["layers", "1"], value: "b" },
        ]);
    });

    it("that there is nothing in a resource without any", async () => {
        await runPack(toResources(base));
        assert.deepEqual(secretMemory.find(urnOf("topic")), []);
    });

    it("nothing where its level is another one", async () => {
        await runPack(toResources(base), {
            config: { "pulumi-secret-require-tracking": "mandatory" },
        });
        assert.equal(secretMemory.find(urnOf("task")), undefined);
    });
});
