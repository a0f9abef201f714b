import type { Policies, PolicyResource } from "@pulumi/policy";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { readPropertiesLazily } from "../../../policypack/sdk/lazy-properties";
import { shareStack } from "../../../policypack/sdk/share-stack";
import { toResources } from "../../support/pack-stack";
import { analyzeStack } from "../../support/policies";

const STACK = toResources({
    bucket: { type: "aws:s3/bucket:Bucket", props: { bucket: "web" } },
    key: { type: "aws:kms/key:Key", props: { description: "web" } },
    role: { type: "aws:iam/role:Role", props: { name: "web" } },
});

/** Policies that note what they are given of a stack. */
function makePolicies(given: PolicyResource[][], names: readonly string[]): Policies {
    return names.map((name) => ({
        name,
        description: `${name} must be.`,
        enforcementLevel: "mandatory",
        validateStack: ({ resources }) => void given.push(resources),
    }));
}

describe("shareStack", () => {
    const sdk = createRequire(__filename)("@pulumi/policy/deserialize") as object;
    const { prototype } = analyzer.AnalyzeStackRequest;
    const before = { sdk: { ...sdk }, list: prototype.getResourcesList };
    afterEach(() => {
        Object.assign(sdk, before.sdk);
        prototype.getResourcesList = before.list;
    });

    it("gives every policy all resources of its stack, those that the first one got", async () => {
        readPropertiesLazily();
        const given: PolicyResource[][] = [];
        const policies = shareStack(makePolicies(given, ["one", "two", "three"]));
        await analyzeStack(STACK, policies);
        await analyzeStack(STACK.slice(1), policies);
        const [first, , , other] = given;
        assert.deepEqual(
            given.map((resources) => resources.map(({ name }) => name)),
            [
                ...Array<string[]>(3).fill(["bucket", "key", "role"]),
                ...Array<string[]>(3).fill(["key", "role"]),
            ],
        );
        assert.deepEqual(
            given.map((resources) => resources === first || resources === other),
            Array(6).fill(true),
        );
        assert.notEqual(first, other);
    });

    it("gives every policy resources of its own while properties are not read lazily", async () => {
        const given: PolicyResource[][] = [];
        await analyzeStack(STACK, shareStack(makePolicies(given, ["one", "two"])));
        assert.deepEqual(
            given.map((resources) => resources.length),
            [3, 3],
        );
        assert.notEqual(given[0][0], given[1][0]);
    });

    it("gives every policy nothing of a stack that is empty", async () => {
        readPropertiesLazily();
        const given: PolicyResource[][] = [];
        await analyzeStack([], shareStack(makePolicies(given, ["one", "two"])));
        assert.deepEqual(given, [[], []]);
    });

    it("leaves policies as they are where the SDK has no such message", () => {
        const policies = makePolicies([], ["one"]);
        assert.equal(shareStack(policies, { prototype: {} }), policies);
    });
});
