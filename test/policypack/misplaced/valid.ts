import { SERVICE_TYPE } from "../../../core";
import type { PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { allow, ROLE, SECRET } from "../wildcards/stack";
import { given, moved, preview, read, row } from "./stack";

/** Stacks on which there is nothing to say. */
export const valid: PolicyRow[] = [
    row("the right on the execution role alone", {}),
    row("no task role", { task: { props: { taskRoleArn: undefined } } }),
    row("the right on neither role, which another policy tells", { rights: undefined }),
    row("one role for both", {
        ...moved,
        task: {
            props: { executionRoleArn: "arn:aws:iam::123456789012:role/web-task" },
            from: { executionRoleArn: ["taskRole"], taskRoleArn: ["taskRole"] },
        },
    }),
    row("one role of another stack for both", {
        role: undefined,
        taskRole: undefined,
        rights: undefined,
        task: { props: { taskRoleArn: ROLE }, from: {} },
    }),
    row("two roles of other stacks that are not known yet", {
        role: undefined,
        taskRole: undefined,
        rights: undefined,
        task: { props: { executionRoleArn: UNKNOWN, taskRoleArn: UNKNOWN }, from: {} },
    }),
    row("a task role with a wildcard over many secrets, beside the execution role", {
        own: given("taskRole", allow("secretsmanager:*")),
    }),
    row("a task role with a path of secrets", {
        own: given(
            "taskRole",
            allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:*:secret:a*"),
        ),
    }),
    row("a task role that may describe the secret, and not read it", {
        own: given("taskRole", allow("secretsmanager:DescribeSecret", SECRET)),
    }),
    row("a task role that is allowed and denied the secret", {
        own: given("taskRole", read, { ...read, Effect: "Deny" }),
    }),
    row("a task role with another secret", {
        own: given(
            "taskRole",
            allow("secretsmanager:GetSecretValue", SECRET.replace("api", "other")),
        ),
    }),
    row("a task role of the component, whose args name the secret", {
        own: { ...given("taskRole", read), component: SERVICE_TYPE },
    }),
    row("an execution role that is denied the secret, which another policy tells", {
        rights: given("taskRole", read),
        own: given("role", read, { ...read, Effect: "Deny" }),
    }),
    row("a first preview of the right on the execution role", preview("role")),
];
