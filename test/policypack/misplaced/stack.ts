import { changeStack, type StackChange } from "../../support/pack-stack";
import type { PolicyRow, ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { allow, deployed, policy, SECRET } from "../wildcards/stack";

export const PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter/web/db";

const base = changeStack(deployed, { secret: { props: { kmsKeyId: undefined } } });

/** What gives a role a right. */
export const given = (role: "role" | "taskRole", ...statements: unknown[]) => ({
    type: "aws:iam/rolePolicy:RolePolicy",
    props: { role: role === "role" ? "web-execution" : "web-task", policy: policy(...statements) },
    from: { role: [role] },
});

export const read = allow("secretsmanager:GetSecretValue", SECRET);

/** The right of the execution role, given to the task role. */
export const moved: StackChange = { rights: given("taskRole", read) };

/** A parameter in place of the secret. */
export const withParameter = (...statements: unknown[]): StackChange => ({
    rights: given("taskRole", ...statements),
    secret: undefined,
    version: undefined,
    parameter: {
        type: "aws:ssm/parameter:Parameter",
        props: { arn: PARAMETER, name: "/web/db", type: "SecureString" },
    },
    task: {
        props: {
            containerDefinitions: JSON.stringify([
                {
                    name: "web",
                    image: "httpd",
                    secrets: [{ name: "SECRET_0", valueFrom: "/web/db" }],
                },
            ]),
        },
    },
});

/** A first preview, where a document of one role is computed from the secret. */
export const preview = (role: "role" | "taskRole"): StackChange => ({
    secret: { props: { arn: UNKNOWN } },
    version: { props: { secretId: UNKNOWN } },
    role: { props: { arn: UNKNOWN } },
    taskRole: { props: { arn: UNKNOWN } },
    rights: {
        props: { role: role === "role" ? "web-execution" : "web-task", policy: UNKNOWN },
        from: { role: [role], policy: ["secret"] },
    },
    task: {
        props: {
            executionRoleArn: UNKNOWN,
            taskRoleArn: UNKNOWN,
            containerDefinitions: UNKNOWN,
        },
        from: {
            executionRoleArn: ["role"],
            taskRoleArn: ["taskRole"],
            containerDefinitions: ["secret"],
        },
    },
});

/** A stack with one change. */
export const row = (name: string, change: StackChange): PolicyRow => ({
    name,
    stack: changeStack(base, change),
});

/** A stack with one change, and what is said of its task definition. */
export const says = (name: string, change: StackChange, ...messages: string[]): ReportedRow => ({
    ...row(name, change),
    messages,
});
