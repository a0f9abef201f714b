import type { Stack } from "../../support/pack-stack";
import { UNKNOWN } from "../../support/wire";

export const ACCOUNT = "123456789012";
export const KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/00000000-0000-4000-8000-00000000000a`;
export const OTHER_KEY = `arn:aws:kms:us-east-1:${ACCOUNT}:key/00000000-0000-4000-8000-00000000000b`;
export const ALIAS = `arn:aws:kms:us-east-1:${ACCOUNT}:alias/web`;
export const PARAMETER = `arn:aws:ssm:us-east-1:${ACCOUNT}:parameter/web/db`;
export const SECRET = `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:api-AbCdEf`;
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/web-execution`;

/** A value that must not show anywhere. */
export const VALUE = "made-up-value-4711";

const TYPE = {
    key: "aws:kms/key:Key",
    alias: "aws:kms/alias:Alias",
    parameter: "aws:ssm/parameter:Parameter",
    secret: "aws:secretsmanager/secret:Secret",
    version: "aws:secretsmanager/secretVersion:SecretVersion",
    role: "aws:iam/role:Role",
    rights: "aws:iam/rolePolicy:RolePolicy",
    attachment: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    task: "aws:ecs/taskDefinition:TaskDefinition",
};

/** A policy document as JSON. */
export function policy(...Statement: object[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement });
}

export const readStatement = {
    Effect: "Allow",
    Action: "ssm:GetParameters",
    Resource: PARAMETER,
};

/** A statement that allows decrypting; scoped as the remedy of the policy words it. */
export function decryptStatement(change: object = {}): object {
    return {
        Sid: "Decrypt",
        Effect: "Allow",
        Action: "kms:Decrypt",
        Resource: KEY,
        Condition: {
            StringEquals: {
                "kms:ViaService": "ssm.us-east-1.amazonaws.com",
                "kms:EncryptionContext:PARAMETER_ARN": PARAMETER,
            },
        },
        ...change,
    };
}

/** The policy that AWS gives a key made without one. */
export const defaultKeyPolicy = policy({
    Sid: "Enable IAM User Permissions",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` },
    Action: "kms:*",
    Resource: "*",
});

/** An alias of the key. */
export const aliasOfKey = {
    type: TYPE.alias,
    props: { arn: ALIAS, name: "alias/web", targetKeyId: KEY.split("/")[1], targetKeyArn: KEY },
    from: { targetKeyId: ["key"] },
};

/** The JSON of one container that injects. */
export function containers(...secrets: { name: string; valueFrom: string }[]): string {
    return JSON.stringify([{ name: "web", image: "httpd", secrets }]);
}

/** A stack that is deployed and right: all is known. */
export const deployed: Stack = {
    key: {
        type: TYPE.key,
        props: { arn: KEY, keyId: KEY.split("/")[1], policy: defaultKeyPolicy },
    },
    parameter: {
        type: TYPE.parameter,
        // What the provider filled in by itself stands in a nested list of names.
        props: {
            arn: PARAMETER,
            name: "/web/db",
            type: "SecureString",
            value: VALUE,
            keyId: KEY,
            __defaults: [],
        },
        from: { keyId: ["key"] },
    },
    role: {
        type: TYPE.role,
        props: { arn: ROLE, id: "web-execution", name: "web-execution", __defaults: ["name"] },
    },
    rights: {
        type: TYPE.rights,
        props: { role: "web-execution", policy: policy(readStatement, decryptStatement()) },
        from: { role: ["role"], policy: ["parameter", "key"] },
    },
    attachment: {
        type: TYPE.attachment,
        props: {
            role: "web-execution",
            policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
        },
        from: { role: ["role"] },
    },
    task: {
        type: TYPE.task,
        props: {
            family: "web",
            executionRoleArn: ROLE,
            containerDefinitions: containers({ name: "DB_PASSWORD", valueFrom: PARAMETER }),
        },
        from: { executionRoleArn: ["role"], containerDefinitions: ["parameter"] },
    },
};

/** What a first preview changes: nothing that AWS computes is known. */
export const firstPreview = {
    key: { props: { arn: UNKNOWN, keyId: UNKNOWN, policy: UNKNOWN }, computed: ["policy"] },
    parameter: { props: { arn: UNKNOWN, keyId: UNKNOWN } },
    role: {
        props: { arn: UNKNOWN, id: UNKNOWN, inlinePolicies: UNKNOWN, managedPolicyArns: UNKNOWN },
    },
    rights: { props: { policy: UNKNOWN } },
    task: { props: { executionRoleArn: UNKNOWN, containerDefinitions: UNKNOWN } },
};
