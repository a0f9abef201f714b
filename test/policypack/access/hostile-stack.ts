import assert from "node:assert/strict";
import { toResources, type Part, type Stack } from "../../support/pack-stack";
import { runPack, type PackResource } from "../../support/policies";
import type { Wire } from "../../support/wire";
import { ACCOUNT, KEY, policy, ROLE, SECRET } from "../kms-decrypt/stack";

/** The right to all that the task needs. */
export const RIGHT = {
    Effect: "Allow",
    Action: ["secretsmanager:GetSecretValue", "kms:Decrypt"],
    Resource: [SECRET, KEY],
};

const ADMIN = {
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:role/admin` },
    Action: "secretsmanager:*",
    Resource: "*",
};

const LOGS = { Effect: "Allow", Action: "logs:PutLogEvents", Resource: "*" };

const TRUST = policy({
    Effect: "Allow",
    Principal: { Service: "ecs-tasks.amazonaws.com" },
    Action: "sts:AssumeRole",
});

const KEY_POLICY = policy({
    Effect: "Allow",
    Principal: { AWS: ACCOUNT },
    Action: "kms:*",
    Resource: "*",
});

const container = (valueFrom: string) =>
    JSON.stringify([{ name: "web", image: "web", secrets: [{ name: "DATABASE", valueFrom }] }]);

/** A stack in which each thing that gives or takes rights is there once. */
export const STACK: Stack = {
    key: { type: "aws:kms/key:Key", props: { arn: KEY, keyId: KEY.split("/")[1] } },
    keyPolicy: { type: "aws:kms/keyPolicy:KeyPolicy", props: { keyId: KEY, policy: KEY_POLICY } },
    grant: {
        type: "aws:kms/grant:Grant",
        props: { keyId: KEY, granteePrincipal: ROLE, operations: ["Encrypt"] },
    },
    secret: {
        type: "aws:secretsmanager/secret:Secret",
        props: { arn: SECRET, id: SECRET, name: "api", kmsKeyId: KEY },
    },
    secretPolicy: {
        type: "aws:secretsmanager/secretPolicy:SecretPolicy",
        props: { secretArn: SECRET, policy: policy(ADMIN) },
    },
    role: {
        type: "aws:iam/role:Role",
        props: { arn: ROLE, name: "web-execution", assumeRolePolicy: TRUST },
    },
    rights: {
        type: "aws:iam/rolePolicy:RolePolicy",
        props: { role: "web-execution", name: "rights", policy: policy(RIGHT) },
    },
    managed: {
        type: "aws:iam/policy:Policy",
        props: { arn: `arn:aws:iam::${ACCOUNT}:policy/managed`, policy: policy(LOGS) },
    },
    attachment: {
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        props: { role: "web-execution", policyArn: `arn:aws:iam::${ACCOUNT}:policy/managed` },
    },
    task: {
        type: "aws:ecs/taskDefinition:TaskDefinition",
        props: {
            arn: `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/web:1`,
            family: "web",
            executionRoleArn: ROLE,
            containerDefinitions: container(SECRET),
        },
    },
    service: {
        type: "aws:ecs/service:Service",
        props: { taskDefinition: `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/web:1` },
    },
};

/** The properties that hold policy documents, by logical name. */
export const DOCUMENTS: readonly (readonly [name: string, property: string])[] = [
    ["keyPolicy", "policy"],
    ["secretPolicy", "policy"],
    ["role", "assumeRolePolicy"],
    ["rights", "policy"],
    ["managed", "policy"],
];

/** A stack with other properties of one resource. */
export function withProps(name: string, props: Wire, stack = STACK): PackResource[] {
    const { [name]: old, ...others } = stack;
    return toResources({ ...others, [name]: { ...old, props: { ...old.props, ...props } } });
}

/** The stack with some more resources. */
export function withParts(parts: Readonly<Record<string, Part>>): PackResource[] {
    return toResources({ ...STACK, ...parts });
}

/** Resources of which each is computed, in all its properties, from all. */
export function entangled(resources: readonly PackResource[]): PackResource[] {
    const all = resources.map(({ urn }) => urn);
    return resources.map((resource) => ({
        ...resource,
        parent: resource.urn,
        dependencies: all,
        propertyDependencies: Object.fromEntries(
            Object.keys(resource.props).map((property) => [property, all]),
        ),
    }));
}

/**
 * Runs the pack, in a time that a person does not notice, and gives each policy that speaks once.
 * The time is that of the processor: others may be at work on the machine, too.
 */
export async function runInTime(resources: readonly PackResource[]): Promise<string[]> {
    const start = process.cpuUsage();
    const reports = await runPack(resources);
    const { user, system } = process.cpuUsage(start);
    const took = (user + system) / 1000;
    assert.ok(took < 2000, `it took ${took} ms`);
    for (const { message } of reports) {
        assert.doesNotMatch(message, /can't run policy|at .*\.[jt]s:\d+/);
        assert.doesNotMatch(message, /\p{Cc}/u);
    }
    return [...new Set(reports.map(({ level, policy: name }) => `${level} ${name}`))].sort();
}

/** The same stack as aws-native has it, as far as it has the types. */
export const NATIVE: Stack = {
    key: {
        type: "aws-native:kms:Key",
        props: { arn: KEY, keyId: KEY, keyPolicy: KEY_POLICY, tags: [] },
    },
    secret: {
        type: "aws-native:secretsmanager:Secret",
        props: { awsId: SECRET, name: "api", kmsKeyId: KEY, tags: [] },
    },
    secretPolicy: {
        type: "aws-native:secretsmanager:ResourcePolicy",
        props: { secretId: SECRET, resourcePolicy: JSON.parse(policy(ADMIN)) },
    },
    role: {
        type: "aws-native:iam:Role",
        props: {
            arn: ROLE,
            roleName: "web-execution",
            assumeRolePolicyDocument: JSON.parse(TRUST),
            managedPolicyArns: [],
            policies: [],
            tags: [],
        },
    },
    rights: {
        type: "aws-native:iam:RolePolicy",
        props: {
            roleName: "web-execution",
            policyName: "rights",
            policyDocument: JSON.parse(policy(RIGHT)),
        },
    },
    managed: {
        type: "aws-native:iam:ManagedPolicy",
        props: { roles: ["web-execution"], policyDocument: JSON.parse(policy(LOGS)) },
    },
    task: {
        type: "aws-native:ecs:TaskDefinition",
        props: {
            taskDefinitionArn: `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/web:1`,
            executionRoleArn: ROLE,
            containerDefinitions: JSON.parse(container(SECRET)),
        },
    },
    service: {
        type: "aws-native:ecs:Service",
        props: { taskDefinition: `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/web:1` },
    },
};
