import { changeStack, type Stack, type StackChange } from "../../support/pack-stack";
import type { PolicyRow, ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { ACCOUNT, containers, PARAMETER, policy, ROLE, SECRET } from "../kms-decrypt/stack";

export const OTHER_ACCOUNT = "210987654321";
export const BUCKET = "arn:aws:s3:::web-files";
export const FILE = `${BUCKET}/web.env`;

export const readSecret = (change: object = {}) => ({
    Sid: "ReadSecrets",
    Effect: "Allow",
    Action: "secretsmanager:GetSecretValue",
    Resource: SECRET,
    ...change,
});

const trust = policy({
    Effect: "Allow",
    Principal: { Service: "ecs-tasks.amazonaws.com" },
    Action: "sts:AssumeRole",
});

/** A secret with a role that may read it, all of it known. */
export const deployed: Stack = {
    secret: {
        type: "aws:secretsmanager/secret:Secret",
        props: { arn: SECRET, id: SECRET, name: "api", kmsKeyId: "", policy: "" },
    },
    role: {
        type: "aws:iam/role:Role",
        props: { arn: ROLE, id: "web-execution", name: "web-execution", assumeRolePolicy: trust },
    },
    rights: {
        type: "aws:iam/rolePolicy:RolePolicy",
        props: { name: "rights", role: "web-execution", policy: policy(readSecret()) },
        from: { role: ["role"], policy: ["secret"] },
    },
    task: {
        type: "aws:ecs/taskDefinition:TaskDefinition",
        props: {
            arn: `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/web:1`,
            family: "web",
            executionRoleArn: ROLE,
            containerDefinitions: containers({ name: "API_KEY", valueFrom: SECRET }),
        },
        from: { executionRoleArn: ["role"], containerDefinitions: ["secret"] },
    },
};

/** What a first preview changes: nothing that AWS computes is known. */
export const firstPreview: StackChange = {
    secret: {
        props: { arn: UNKNOWN, id: UNKNOWN, kmsKeyId: undefined, policy: UNKNOWN },
        computed: ["policy"],
    },
    role: { props: { arn: UNKNOWN, id: UNKNOWN } },
    rights: { props: { policy: UNKNOWN } },
    task: { props: { arn: UNKNOWN, executionRoleArn: UNKNOWN, containerDefinitions: UNKNOWN } },
};

export const row = (name: string, change: StackChange): PolicyRow => ({
    name,
    stack: changeStack(deployed, change),
});

export const says = (name: string, change: StackChange, ...messages: string[]): ReportedRow => ({
    ...row(name, change),
    messages,
});

/** The role's inline policy in place of the one that reads. */
export const rights = (...statements: object[]): StackChange => ({
    rights: { props: { policy: policy(...statements) } },
});

/** Other references in place of the one that is injected. */
export const injects = (...valuesFrom: string[]): StackChange => ({
    task: {
        props: {
            containerDefinitions: containers(
                ...valuesFrom.map((valueFrom, i) => ({ name: `V${i}`, valueFrom })),
            ),
        },
    },
});

/** An environment file in place of what is injected. */
export const readsFile: StackChange = {
    task: {
        props: {
            containerDefinitions: JSON.stringify([
                { name: "web", image: "httpd", environmentFiles: [{ value: FILE, type: "s3" }] },
            ]),
        },
    },
};

/** The bucket of the file, in the stack. */
export const bucket: StackChange = {
    bucket: { type: "aws:s3/bucket:Bucket", props: { arn: BUCKET, bucket: "web-files" } },
};

/** A parameter of the stack, of the AWS managed key. */
export const parameter: StackChange = {
    parameter: {
        type: "aws:ssm/parameter:Parameter",
        props: { arn: PARAMETER, name: "/web/db", type: "SecureString", keyId: "alias/aws/ssm" },
    },
};

export const readParameter = (change: object = {}) => ({
    Effect: "Allow",
    Action: "ssm:GetParameters",
    Resource: PARAMETER,
    ...change,
});

/** The resource policy of the secret, by a resource of its own. */
export const secretPolicy = (...statements: object[]): StackChange => ({
    secretPolicy: {
        type: "aws:secretsmanager/secretPolicy:SecretPolicy",
        props: { secretArn: SECRET, policy: policy(...statements) },
        from: { secretArn: ["secret"] },
    },
});

export const boundary = (...statements: object[]): StackChange => ({
    boundary: {
        type: "aws:iam/policy:Policy",
        props: { arn: `arn:aws:iam::${ACCOUNT}:policy/limit`, policy: policy(...statements) },
    },
    role: { props: { permissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/limit` } },
});
