import { changeStack, type Stack, type StackChange } from "../../support/pack-stack";
import type { PolicyRow, ReportedRow } from "../../support/policy-table";

export const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:api-AbCdEf";
export const KEY = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-00000000000a";
export const ROLE = "arn:aws:iam::123456789012:role/web-execution";
const TASK_ROLE = "arn:aws:iam::123456789012:role/web-task";

/** A value that must not show anywhere. */
export const VALUE = "made-up-value-4711";

const TRUSTS_TASKS = trust("ecs-tasks.amazonaws.com");

/** A policy document as JSON. */
export function policy(...Statement: unknown[]): string {
    return JSON.stringify({ Version: "2012-10-17", Statement });
}

/** A trust policy of one service. */
export function trust(Service: string): string {
    return policy({ Effect: "Allow", Principal: { Service }, Action: "sts:AssumeRole" });
}

/** A statement that allows. */
export const allow = (Action: unknown, Resource: unknown = "*", more: object = {}) => ({
    Effect: "Allow",
    Action,
    Resource,
    ...more,
});

/** The JSON of one container that injects. */
export function containers(...valuesFrom: string[]): string {
    const secrets = valuesFrom.map((valueFrom, index) => ({ name: `SECRET_${index}`, valueFrom }));
    return JSON.stringify([{ name: "web", image: "httpd", secrets }]);
}

/** A stack that is deployed and names what its roles may read. */
export const deployed: Stack = {
    secret: {
        type: "aws:secretsmanager/secret:Secret",
        props: { arn: SECRET, name: "api", kmsKeyId: KEY },
    },
    version: {
        type: "aws:secretsmanager/secretVersion:SecretVersion",
        props: { secretId: SECRET, secretString: VALUE },
        from: { secretId: ["secret"] },
    },
    role: {
        type: "aws:iam/role:Role",
        props: { arn: ROLE, name: "web-execution", assumeRolePolicy: TRUSTS_TASKS },
    },
    taskRole: {
        type: "aws:iam/role:Role",
        props: { arn: TASK_ROLE, name: "web-task", assumeRolePolicy: TRUSTS_TASKS },
    },
    rights: {
        type: "aws:iam/rolePolicy:RolePolicy",
        props: {
            role: "web-execution",
            policy: policy(
                allow("secretsmanager:GetSecretValue", SECRET),
                allow("kms:Decrypt", KEY),
            ),
        },
        from: { role: ["role"] },
    },
    task: {
        type: "aws:ecs/taskDefinition:TaskDefinition",
        props: {
            family: "web",
            executionRoleArn: ROLE,
            taskRoleArn: TASK_ROLE,
            containerDefinitions: containers(`${SECRET}:password::`),
        },
        from: { executionRoleArn: ["role"], taskRoleArn: ["taskRole"] },
    },
};

/** Another document of the execution role. */
export const rights = (...statements: unknown[]): StackChange => ({
    rights: { props: { policy: policy(...statements) } },
});

/** A stack with one change. */
export const row = (name: string, change: StackChange): PolicyRow => ({
    name,
    stack: changeStack(deployed, change),
});

/** A stack with one change, and what is said of it, by default of the document. */
export const says = (
    name: string,
    change: StackChange,
    message: string,
    resource = "rights",
): ReportedRow => ({ ...row(name, change), messages: [message], resource });
