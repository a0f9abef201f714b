import type { Request } from "./translation";

/** A request that is wrong, and who must say so. */
export interface Control {
    readonly what: string;
    readonly request: Request;
    readonly judge: "moto" | "botocore";
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
];

function putRolePolicy(RoleName: string, Action: string): Request {
    const Statement = [{ Effect: "Allow", Action, Resource: "*" }];
    return {
        service: "iam",
        operation: "PutRolePolicy",
        input: {
            RoleName,
            PolicyName: "control",
            PolicyDocument: JSON.stringify({ Version: "2012-10-17", Statement }),
        },
    };
}

function registerTask(container: object): Request {
    return {
        service: "ecs",
        operation: "RegisterTaskDefinition",
        input: {
            family: "control",
            containerDefinitions: [{ name: "web", image: "httpd", memory: 128, ...container }],
        },
    };
}
