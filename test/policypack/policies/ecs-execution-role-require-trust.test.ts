import type { StackChange } from "../../support/pack-stack";
import { describePolicy, type ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { ACCOUNT, policy, ROLE } from "../kms-decrypt/stack";
import { firstPreview, row } from "../secret-access/stack";

const ECS = "ecs-tasks.amazonaws.com";
const NOBODY = `task execution role role: the trust policy does not let ${ECS} assume the role`;
const ADD = `Add to its trust policy: {"Effect":"Allow","Principal":{"Service":"${ECS}"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:SourceAccount":"${ACCOUNT}"}}} Until then no task starts: "ECS was unable to assume the role … that was provided for this task".`;

const statement = (change: object = {}) => ({
    Effect: "Allow",
    Principal: { Service: ECS },
    Action: "sts:AssumeRole",
    ...change,
});
const trusts = (...statements: object[]): StackChange => ({
    role: { props: { assumeRolePolicy: policy(...statements) } },
});
const ifSource = (operator: string, arn: string) =>
    trusts(statement({ Condition: { [operator]: { "aws:SourceArn": arn } } }));
const says = (name: string, change: StackChange, message: string): ReportedRow => ({
    ...row(name, change),
    messages: [message],
    resource: "role",
});

describePolicy("ecs-execution-role-require-trust", {
    values: [],
    valid: [
        row("a role that tasks may assume", {}),
        row("several services, tasks among them", {
            ...trusts(statement({ Principal: { Service: ["ec2.amazonaws.com", ECS] } })),
        }),
        row("tasks of the account alone", {
            ...trusts(statement({ Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } } })),
        }),
        row("tasks of the account and region alone, as AWS advises", {
            ...ifSource("ArnLike", `arn:aws:ecs:us-east-1:${ACCOUNT}:*`),
        }),
        row("a role of aws-native, whose trust is an object", {
            role: {
                type: "aws-native:iam:Role",
                props: {
                    arn: ROLE,
                    assumeRolePolicy: undefined,
                    assumeRolePolicyDocument: {
                        Version: "2012-10-17",
                        Statement: [statement()],
                    },
                },
            },
        }),
        row("a trust policy that is not known yet: the update decides", {
            role: { props: { assumeRolePolicy: UNKNOWN } },
        }),
        row("a role of another stack, of which the right to read is reported", {
            task: { props: { executionRoleArn: `${ROLE}-elsewhere` } },
        }),
        row("a role that no task names", {
            other: {
                type: "aws:iam/role:Role",
                props: { arn: `${ROLE}-2`, name: "other", assumeRolePolicy: policy() },
            },
        }),
        row("the account in the condition at a first preview, where the role has no ARN", {
            ...firstPreview,
            role: {
                props: {
                    ...firstPreview.role?.props,
                    assumeRolePolicy: policy(
                        statement({
                            Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } },
                        }),
                    ),
                },
            },
        }),
    ],
    invalid: [
        says(
            "a role for instances",
            trusts(statement({ Principal: { Service: "ec2.amazonaws.com" } })),
            `${NOBODY}; statement 1 of the trust policy allows the action but names ec2.amazonaws.com. ${ADD}`,
        ),
        says(
            "a role for the service Amazon ECS itself, which runs no task",
            trusts(statement({ Principal: { Service: "ecs.amazonaws.com" } })),
            `${NOBODY}; statement 1 of the trust policy allows the action but names ecs.amazonaws.com. ${ADD}`,
        ),
        says(
            "another action",
            trusts(statement({ Action: "sts:TagSession" })),
            `${NOBODY}; statement 1 of the trust policy covers the resource but allows sts:TagSession, not sts:AssumeRole. ${ADD}`,
        ),
        says(
            "tasks of another account alone",
            trusts(
                statement({ Condition: { StringEquals: { "aws:SourceAccount": "210987654321" } } }),
            ),
            `${NOBODY}; statement 1 of the trust policy allows the action but only if StringEquals aws:SourceAccount 210987654321, while aws:SourceAccount is ${ACCOUNT}. ${ADD}`,
        ),
        says(
            "a Deny for everybody",
            trusts(statement(), { Effect: "Deny", Principal: "*", Action: "sts:AssumeRole" }),
            `task execution role role: statement 2 of the trust policy denies sts:AssumeRole on the role by ${ECS}. Take the Deny back, or except Amazon ECS: no Allow outweighs it. Until then no task starts: "ECS was unable to assume the role … that was provided for this task".`,
        ),
        says(
            "a role for instances at a first preview, where all else is unknown",
            {
                ...firstPreview,
                role: {
                    props: {
                        ...firstPreview.role?.props,
                        assumeRolePolicy: policy(
                            statement({ Principal: { Service: "ec2.amazonaws.com" } }),
                        ),
                    },
                },
            },
            `${NOBODY}; statement 1 of the trust policy allows the action but names ec2.amazonaws.com. Add to its trust policy: {"Effect":"Allow","Principal":{"Service":"${ECS}"},"Action":"sts:AssumeRole"} Until then no task starts: "ECS was unable to assume the role … that was provided for this task".`,
        ),
    ],
    unknown: [
        says(
            "one cluster as the source, which AWS documents not to be possible",
            ifSource("ArnEquals", `arn:aws:ecs:us-east-1:${ACCOUNT}:cluster/web`),
            `undetermined: whether ${ECS} may assume the task execution role role. Not known: which aws:SourceArn Amazon ECS sends, of which AWS documents the region and account alone.`,
        ),
    ],
});
