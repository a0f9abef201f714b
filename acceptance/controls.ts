import type { Request } from "./translation";

/** A request that is wrong, and who must say so. */
export interface Control {
    readonly what: string;
    readonly request: Request;
    readonly judge: "moto" | "botocore" | "cfn-lint";
}

/** A request without which the refused ones would be refused for another reason. */
export const CONTROL_ROLE: Request = {
    service: "iam",
    operation: "CreateRole",
    input: { RoleName: "control", AssumeRolePolicyDocument: "{}" },
};

/**
 * Wrong requests that every run sends, each with one mistake. Where one is accepted, that all others
 * were accepted proves nothing.
 */
export const CONTROLS: readonly Control[] = [
    {
        what: "an IAM policy whose action names no operation",
        judge: "moto",
        request: putRolePolicy("control", "secretsmanager"),
    },
    {
        what: "an IAM policy of a role that does not exist",
        judge: "moto",
        request: putRolePolicy("absent", "secretsmanager:GetSecretValue"),
    },
    {
        what: "a value for a secret that does not exist",
        judge: "moto",
        request: {
            service: "secretsmanager",
            operation: "PutSecretValue",
            input: { SecretId: "absent", SecretString: "made-up-value" },
        },
    },
    {
        what: "a container's secret without valueFrom",
        judge: "botocore",
        request: registerTask({ secrets: [{ name: "API_TOKEN" }] }),
    },
    {
        what: "a property of a container that does not exist",
        judge: "botocore",
        request: registerTask({ secret: [] }),
    },
    {
        what: "a log driver that does not exist",
        judge: "botocore",
        request: registerTask({ logConfiguration: { logDriver: "splonk" } }),
    },
    {
        what: "a name of a parameter that is too long",
        judge: "botocore",
        request: {
            service: "ssm",
            operation: "PutParameter",
            input: { Name: "n".repeat(2049), Value: "made-up-value", Type: "SecureString" },
        },
    },
    {
        what: "an action that its service does not have",
        judge: "cfn-lint",
        request: putRolePolicy("control", "secretsmanager:GetSecretValues"),
    },
    {
        what: "a key policy that allows nobody",
        judge: "cfn-lint",
        request: {
            service: "kms",
            operation: "PutKeyPolicy",
            input: { KeyId: "control", PolicyName: "default", Policy: policy("kms:Decrypt") },
        },
    },
    {
        what: "a state machine that starts where no state is",
        judge: "cfn-lint",
        request: {
            service: "stepfunctions",
            operation: "CreateStateMachine",
            input: {
                name: "control",
                roleArn: "arn:aws:iam::123456789012:role/control",
                definition: '{"StartAt":"Absent","States":{"End":{"Type":"Succeed"}}}',
            },
        },
    },
    {
        what: "a task for AWS Fargate with a size that it does not have",
        judge: "cfn-lint",
        request: registerTask({}, { requiresCompatibilities: ["FARGATE"], cpu: "300" }),
    },
];

function policy(Action: string): string {
    const Statement = [{ Effect: "Allow", Action, Resource: "*" }];
    return JSON.stringify({ Version: "2012-10-17", Statement });
}

function putRolePolicy(RoleName: string, Action: string): Request {
    return {
        service: "iam",
        operation: "PutRolePolicy",
        input: {
            RoleName,
            PolicyName: "control",
            PolicyDocument: policy(Action),
        },
    };
}

function registerTask(container: object, task: object = {}): Request {
    return {
        service: "ecs",
        operation: "RegisterTaskDefinition",
        input: {
            family: "control",
            ...task,
            containerDefinitions: [{ name: "web", image: "httpd", memory: 128, ...container }],
        },
    };
}
