import type { Policies } from "@pulumi/policy";
import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { seenResources } from "../../../policypack/access/seen";
import { takeUses } from "../../../policypack/config/used-exemptions";
import { policies } from "../../../policypack/policies";
import { messageOf, readPropertiesLazily } from "../../../policypack/sdk/lazy-properties";
import { refuseQuickly } from "../../../policypack/sdk/refuse-quickly";
import { shareStack } from "../../../policypack/sdk/share-stack";
import { secretMemory } from "../../../policypack/taint/memory";
import { toResources, type Stack } from "../../support/pack-stack";
import { analyze, analyzeStack, type PolicyReport } from "../../support/policies";

const ROLE = "arn:aws:iam::123456789012:role/web";
const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-AbCdEf";

/** A stack of which several policies have something to say. */
const STACK: Stack = {
    role: {
        type: "aws:iam/role:Role",
        props: { name: "web", arn: ROLE, assumeRolePolicy: "{}" },
    },
    secret: {
        type: "aws:secretsmanager/secret:Secret",
        props: { name: "web", arn: SECRET },
    },
    task: {
        type: "aws:ecs/taskDefinition:TaskDefinition",
        props: {
            family: "web",
            executionRoleArn: ROLE,
            containerDefinitions: JSON.stringify([
                {
                    name: "web",
                    image: "httpd",
                    environment: [{ name: "DB_PASSWORD", value: "made-up-Pa55word" }],
                    secrets: [{ name: "TOKEN", valueFrom: SECRET }],
                },
            ]),
        },
    },
    bucket: { type: "aws:s3/bucket:Bucket", props: { bucket: "web" } },
};

async function run(configured: Policies): Promise<PolicyReport[]> {
    secretMemory.forget();
    seenResources.forget();
    takeUses();
    const resources = toResources(STACK);
    const reports: PolicyReport[] = [];
    for (const resource of resources) {
        reports.push(...(await analyze(resource, configured)));
    }
    return [...reports, ...(await analyzeStack(resources, configured))];
}

describe("the SDK, made quicker,", () => {
    const sdk = createRequire(__filename)("@pulumi/policy/deserialize") as {
        deserializeProperties: (properties: object, withSecrets: boolean) => object;
    };
    const { deserializeProperties } = sdk;
    const { prototype } = analyzer.AnalyzeStackRequest;
    const { getResourcesList } = prototype;
    afterEach(() => {
        sdk.deserializeProperties = deserializeProperties;
        prototype.getResourcesList = getResourcesList;
    });

    it("lets every policy say the same in the same order", async () => {
        const before = await run(policies);
        assert.equal(readPropertiesLazily(), true);
        assert.deepEqual(await run(shareStack(refuseQuickly(policies))), before);
        assert.deepEqual([...new Set(before.map(({ policy }) => policy))].sort(), [
            "ecs-execution-role-require-secret-access",
            "ecs-execution-role-require-trust",
            "ecs-task-definition-no-plaintext-secrets",
        ]);
    });

    it("reads properties when they are looked at, once for each policy that looks", () => {
        let reads = 0;
        const made = {
            deserializeProperties: (_: object, __: boolean) => ({ read: (reads += 1) }),
        };
        assert.equal(readPropertiesLazily(made), true);
        const [one, other] = [{}, {}].map((message) => made.deserializeProperties(message, false));
        assert.equal(reads, 0);
        assert.deepEqual(
            [Object.keys(one), { ...one }, "read" in one],
            [["read"], { read: 1 }, true],
        );
        assert.deepEqual({ ...other }, { read: 2 });
    });

    it("gives each policy properties of its own", () => {
        const made = { deserializeProperties: (_: object, __: boolean) => ({ name: "web" }) };
        readPropertiesLazily(made);
        const message = {};
        const [one, other] = [1, 2].map(() => made.deserializeProperties(message, false));
        Object.assign(one, { name: "changed" });
        assert.deepEqual([one, other], [{ name: "changed" }, { name: "web" }]);
    });

    it("tells that properties are of one message, and does not read them for it", () => {
        const made = {
            deserializeProperties: (_: object, __: boolean): object => assert.fail("it was read"),
        };
        readPropertiesLazily(made);
        const message = {};
        const read = made.deserializeProperties(message, false);
        const wrapped = new Proxy(read, {
            get: (target, name) =>
                name === "__getSpecialProxyTarget"
                    ? target
                    : (Reflect.get(target, name) as unknown),
        });
        assert.equal(messageOf(wrapped), message);
        assert.equal(messageOf({}), undefined);
    });

    it("reads at once what a remediation gets", () => {
        const held = {};
        const made = { deserializeProperties: (_: object, __: boolean) => held };
        readPropertiesLazily(made);
        assert.equal(made.deserializeProperties({}, true), held);
    });

    for (const [name, made] of Object.entries({
        "has no such function": {},
        "has something else of that name": { deserializeProperties: "text" },
        "has a function of another form": { deserializeProperties: (_: object) => ({}) },
    })) {
        it(`is left as it is where it ${name}`, () => {
            const before = { ...made };
            assert.equal(readPropertiesLazily(made as never), false);
            assert.deepEqual(made, before);
        });
    }
});
