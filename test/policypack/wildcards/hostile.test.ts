import assert from "node:assert/strict";
import fc from "fast-check";
import { toResources } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import { UNKNOWN } from "../../support/wire";

const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
        { maxDepth: 4 },
        fc.string(),
        fc.constantFrom(null, 0, true, UNKNOWN, `a-${UNKNOWN}`, "*", "arn:aws:kms:*", "{}", "[]"),
        fc.array(tie("any"), { maxLength: 3 }),
        fc.dictionary(
            fc.constantFrom("Statement", "Effect", "arn", "secretArn", "__proto__", "toString"),
            tie("any"),
            { noNullPrototype: true },
        ),
    ),
})).any;
const property = fc.oneof(value, value.map(JSON.stringify), fc.constant("web"));
const properties = (...names: string[]) =>
    fc.record(Object.fromEntries(names.map((name) => [name, property])), {
        requiredKeys: [],
        noNullPrototype: true,
    });

const TYPES = {
    role: "aws:iam/role:Role",
    rights: "aws:iam/rolePolicy:RolePolicy",
    task: "aws:ecs/taskDefinition:TaskDefinition",
    service: "aws:ecs/service:Service",
    rotation: "aws:secretsmanager/secretRotation:SecretRotation",
    database: "aws:rds/instance:Instance",
    rule: "aws:cloudwatch/eventRule:EventRule",
    schedule: "aws:scheduler/schedule:Schedule",
};
const stacks = fc.record({
    role: properties("arn", "name", "assumeRolePolicy", "inlinePolicies", "managedPolicyArns"),
    rights: properties("role", "policy"),
    task: properties("arn", "executionRoleArn", "taskRoleArn", "containerDefinitions"),
    service: properties("taskDefinition", "deploymentController"),
    rotation: properties("secretId", "rotationRules"),
    database: properties("manageMasterUserPassword", "masterUserSecrets"),
    rule: properties("eventPattern", "eventBusName", "state", "isEnabled"),
    schedule: properties("target"),
});

describe("roles, rules and rotations of any kind", () => {
    it("are judged without an exception (200 stacks)", async function () {
        this.timeout(60_000);
        await fc.assert(
            fc.asyncProperty(stacks, async (props) => {
                const parts = Object.entries(TYPES).map(([name, type]) => [
                    name,
                    {
                        type,
                        props: props[name as keyof typeof props],
                        from: { taskDefinition: ["task"], role: ["role"], taskRoleArn: ["role"] },
                    },
                ]);
                const stack = Object.fromEntries(parts) as Parameters<typeof toResources>[0];
                assert.ok(Array.isArray(await runPack(toResources(stack))));
            }),
            { numRuns: 200 },
        );
    });
});
