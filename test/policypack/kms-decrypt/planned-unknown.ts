import { SERVICE_TYPE } from "../../../core";
import type { StackChange } from "../../support/pack-stack";
import type { ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { outside, rights, row, SECRET_PARTS } from "./planned";
import { OWN_POLICY } from "./rows";
import { ACCOUNT, policy, readStatement } from "./stack";

const says = (name: string, change: StackChange, message: string): ReportedRow => ({
    ...row(name, change),
    messages: [message],
});

const WHERE = "parameter parameter (execution role role)";
const OPEN =
    "the role's policies may allow kms:Decrypt on a resource whose ARN is not known yet, and the key policy, " +
    "which could allow it alone, is not known; not known: the policy of the key (its document is not known yet), " +
    "the policy rights (its document is not known yet).";

/** First previews of the component that leave something open, and what. */
export const plannedUnknown: ReportedRow[] = [
    says(
        "a policy of the component that is computed from another secret",
        { ...SECRET_PARTS, rights: rights("secret") },
        `undetermined: ${WHERE}: ${OPEN}`,
    ),
    says(
        "a policy that is computed from the secret and is not the component's",
        { rights: { ...rights("parameter"), component: undefined } },
        `undetermined: ${WHERE}: ${OPEN}`,
    ),
    says(
        "a policy that another component writes for the same role",
        { rights: { ...rights("parameter"), component: SERVICE_TYPE } },
        `undetermined: ${WHERE}: ${OPEN}`,
    ),
    says(
        "a task definition beside the component with the component's role",
        { task: { component: undefined } },
        `undetermined: ${WHERE}: ${OPEN}`,
    ),
    says(
        "a policy of another component that is not ours",
        {
            web: { type: "web:index:Web", props: {} },
            rights: { ...rights("parameter"), component: "web:index:Web" },
            task: { component: "web:index:Web" },
        },
        `undetermined: ${WHERE}: ${OPEN}`,
    ),
    says(
        "a policy in the component's place that is known and does not allow it",
        { rights: { props: { policy: policy(readStatement) } } },
        `undetermined: ${WHERE}: the role's policies do not allow kms:Decrypt on a resource whose ARN is not known yet, and the key policy, which could allow it alone, is not known; not known: whether role and key are of the same account, the policy of the key (its document is not known yet).`,
    ),
    says(
        "a key policy that is given later, of which nothing else is open",
        {
            later: {
                type: "aws:kms/keyPolicy:KeyPolicy",
                props: { keyId: UNKNOWN, policy: UNKNOWN },
                from: { keyId: ["key"], policy: ["role"] },
            },
        },
        `undetermined: ${WHERE}: the role's policies allow kms:Decrypt on a resource whose ARN is not known yet, and the key policy, which could refuse it, is not known; not known: the policy of the key (its document is not known yet).`,
    ),
    says(
        "a managed policy of another stack on the role of the program: it may deny",
        { attachment: { props: { policyArn: OWN_POLICY } } },
        `undetermined: ${WHERE}: kms:Decrypt on a resource whose ARN is not known yet is allowed, but a Deny may apply; not known: the policy ${OWN_POLICY} (it is not an AWS managed policy).`,
    ),
    says(
        "a permissions boundary that does not allow what the component plans",
        {
            boundary: {
                type: "aws:iam/policy:Policy",
                props: {
                    arn: `arn:aws:iam::${ACCOUNT}:policy/boundary`,
                    policy: policy({ Effect: "Allow", Action: "s3:*", Resource: "*" }),
                },
            },
            role: { props: { permissionsBoundary: `arn:aws:iam::${ACCOUNT}:policy/boundary` } },
        },
        `undetermined: ${WHERE}: the role's permissions boundary is not certain to allow it.`,
    ),
    says(
        "a Deny in another policy of the role, whatever the component plans",
        {
            other: {
                type: "aws:iam/rolePolicy:RolePolicy",
                props: {
                    role: "web-execution",
                    policy: policy({ Effect: "Deny", Action: "kms:*", Resource: "*" }),
                },
                from: { role: ["role"] },
            },
        },
        `undetermined: ${WHERE}: if a container injects it: statement 1 of the policy other denies kms:Decrypt on a resource whose ARN is not known yet.`,
    ),
    says(
        "a role of another stack whose ARN is not known yet",
        { ...outside, task: { props: { executionRoleArn: UNKNOWN }, from: outside.task?.from } },
        "undetermined: parameter parameter: the task execution role is not a resource of this stack.",
    ),
    says(
        "a role of another stack that is named alike by nothing that the component plans",
        { ...outside, rights: { ...outside.rights, props: { role: "another", policy: UNKNOWN } } },
        "undetermined: parameter parameter: the task execution role is not a resource of this stack.",
    ),
];
