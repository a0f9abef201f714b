import assert from "node:assert/strict";
import { toClassic } from "../../../policypack/stack/classic";
import { runPack } from "../../support/policies";
import { toResources } from "../../support/pack-stack";
import { UNKNOWN } from "../../support/wire";
import { ACCOUNT, KEY, ROLE, SECRET } from "../kms-decrypt/stack";

const document = { Version: "2012-10-17", Statement: [] };

describe("a resource of aws-native reads as @pulumi/aws would have it:", () => {
    const rows: [type: string, props: object, expected: object][] = [
        [
            "ecs:TaskDefinition",
            { taskDefinitionArn: "arn", containerDefinitions: [{ name: "web" }] },
            { arn: "arn", containerDefinitions: '[{"name":"web"}]' },
        ],
        [
            "iam:Role",
            {
                roleName: "web",
                assumeRolePolicyDocument: document,
                policies: [{ policyName: "read", policyDocument: document }],
                tags: [{ key: "team", value: "web" }],
            },
            {
                name: "web",
                assumeRolePolicy: JSON.stringify(document),
                inlinePolicies: [{ name: "read", policy: JSON.stringify(document) }],
                tags: { team: "web" },
            },
        ],
        [
            "iam:RolePolicy",
            { policyName: "read", roleName: "web", policyDocument: document },
            { name: "read", role: "web", policy: JSON.stringify(document) },
        ],
        [
            "iam:ManagedPolicy",
            { policyArn: "arn", policyDocument: JSON.stringify(document) },
            { arn: "arn", policy: JSON.stringify(document) },
        ],
        [
            "kms:Key",
            { keyPolicy: document, enabled: false },
            { policy: JSON.stringify(document), isEnabled: false },
        ],
        ["kms:Alias", { aliasName: "alias/web" }, { name: "alias/web" }],
        ["secretsmanager:Secret", { awsId: SECRET }, { arn: SECRET }],
        [
            "secretsmanager:ResourcePolicy",
            { secretId: SECRET, resourcePolicy: document },
            { secretArn: SECRET, policy: JSON.stringify(document) },
        ],
    ];
    for (const [type, props, expected] of rows) {
        it(type, () => {
            const classic = toClassic({ type: `aws-native:${type}`, props }).props;
            assert.deepEqual({ ...classic, ...expected }, classic);
        });
    }

    it("any other resource as it is", () => {
        const resource = { type: "aws:ecs/taskDefinition:TaskDefinition", props: {} };
        assert.equal(toClassic(resource), resource);
    });
});

describe("a stack of aws-native", () => {
    const stack = {
        key: { type: "aws-native:kms:Key", props: { arn: KEY, keyId: KEY.split("/")[1] } },
        secret: {
            type: "aws-native:secretsmanager:Secret",
            props: { awsId: SECRET, name: "api", kmsKeyId: KEY },
            from: { kmsKeyId: ["key"] },
        },
        role: {
            type: "aws-native:iam:Role",
            props: { arn: ROLE, roleName: "web-execution", assumeRolePolicyDocument: document },
        },
        task: {
            type: "aws-native:ecs:TaskDefinition",
            props: {
                taskDefinitionArn: `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/web:1`,
                executionRoleArn: ROLE,
                containerDefinitions: [
                    {
                        name: "web",
                        image: "httpd",
                        secrets: [{ name: "API_KEY", valueFrom: SECRET }],
                    },
                ],
            },
            from: { executionRoleArn: ["role"], containerDefinitions: ["secret"] },
        },
    };

    it("is judged like one of @pulumi/aws", async () => {
        const reports = await runPack(toResources(stack));
        assert.deepEqual(
            reports.map(({ policy, level }) => [policy, level]),
            [
                ["ecs-execution-role-require-kms-decrypt", "mandatory"],
                ["ecs-execution-role-require-secret-access", "mandatory"],
                ["ecs-execution-role-require-trust", "mandatory"],
            ],
        );
    });

    it("is suspected at a first preview, as nothing gives the role a right", async () => {
        const unknown = {
            ...stack,
            key: { ...stack.key, props: { arn: UNKNOWN, keyId: UNKNOWN } },
            secret: { ...stack.secret, props: { awsId: UNKNOWN, name: "api", kmsKeyId: UNKNOWN } },
            task: {
                ...stack.task,
                props: {
                    ...stack.task.props,
                    containerDefinitions: [
                        {
                            name: "web",
                            image: "httpd",
                            secrets: [{ name: "API_KEY", valueFrom: UNKNOWN }],
                        },
                    ],
                },
            },
        };
        const reports = await runPack(toResources(unknown));
        assert.deepEqual(
            reports.map(({ policy, level }) => [policy, level]),
            [
                ["ecs-execution-role-require-kms-decrypt", "advisory"],
                ["ecs-execution-role-require-secret-access", "advisory"],
                ["ecs-execution-role-require-trust", "mandatory"],
            ],
        );
    });
});
