import { SERVICE_TYPE, TASK_DEFINITION_TYPE } from "../../../core";
import { changeStack, type Stack, type StackChange } from "../../support/pack-stack";
import type { PolicyRow, ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { OWN_POLICY } from "./rows";
import { ACCOUNT, ALIAS, deployed, firstPreview, policy, ROLE } from "./stack";

const component = TASK_DEFINITION_TYPE;

/** The policy that the component writes, computed from what the row says. */
const rights = (...from: string[]) => ({
    component,
    props: { role: "web-execution", policy: UNKNOWN },
    from: { role: ["role"], policy: from },
});

/**
 * The component's first preview with a parameter of the program and a role of the program: nothing
 * that AWS computes is known.
 */
const preview: Stack = changeStack(deployed, {
    ...firstPreview,
    web: { type: component, props: {} },
    rights: rights("parameter"),
    task: { ...firstPreview.task, component },
});

const row = (name: string, change: StackChange): PolicyRow => ({
    name,
    stack: changeStack(preview, change),
});

const says = (name: string, change: StackChange, message: string): ReportedRow => ({
    ...row(name, change),
    messages: [message],
});

const SECRET_PARTS: StackChange = {
    secret: {
        type: "aws:secretsmanager/secret:Secret",
        props: { arn: UNKNOWN, kmsKeyId: UNKNOWN },
        from: { kmsKeyId: ["key"] },
    },
    version: {
        type: "aws:secretsmanager/secretVersion:SecretVersion",
        props: { arn: UNKNOWN, secretId: UNKNOWN },
        from: { secretId: ["secret"] },
    },
};

/** A secret that is injected by itself or by its version, and whose policy is computed from that. */
const secret = (injected: string, named: string): StackChange => ({
    ...SECRET_PARTS,
    rights: rights(named),
    task: {
        props: { containerDefinitions: UNKNOWN },
        from: { executionRoleArn: ["role"], containerDefinitions: [injected] },
    },
});

const alias = {
    type: "aws:kms/alias:Alias",
    props: { arn: ALIAS, name: "alias/web", targetKeyId: UNKNOWN, targetKeyArn: UNKNOWN },
    from: { targetKeyId: ["key"] },
};

const byAlias: StackChange = { alias, parameter: { props: {}, from: { keyId: ["alias"] } } };

const outside: StackChange = {
    role: undefined,
    attachment: undefined,
    rights: { ...rights("parameter"), from: { policy: ["parameter"] } },
    task: {
        props: { executionRoleArn: ROLE },
        from: { containerDefinitions: ["parameter"] },
    },
};

const managed = (from: string[]): StackChange => ({
    rights: undefined,
    managed: {
        type: "aws:iam/policy:Policy",
        component,
        props: { arn: UNKNOWN, policy: UNKNOWN },
        from: { policy: from },
    },
    managedAttachment: {
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        component,
        props: { role: "web-execution", policyArn: UNKNOWN },
        from: { role: ["role"], policyArn: ["managed"] },
    },
});

/** First previews of the component on which there is nothing to say. */
export const plannedValid: PolicyRow[] = [
    row("a first preview of the component with a parameter of the program", {}),
    row(
        "a first preview of the component with a secret of the program",
        secret("secret", "secret"),
    ),
    row(
        "a first preview of the component with a version of a secret of the program",
        secret("version", "version"),
    ),
    row(
        "a first preview of the component where policy and definitions name a secret by other resources",
        secret("version", "secret"),
    ),
    row(
        "a first preview of the component whose policy is computed from the key that the args name",
        { rights: rights("key") },
    ),
    row("a first preview of the component with a key that is named by an alias", byAlias),
    row("a first preview of the component whose policy is computed from the alias that is named", {
        ...byAlias,
        rights: rights("alias"),
    }),
    row("a first preview of the component with managed policies", managed(["parameter"])),
    row("a first preview of the component, with another policy of the program beside its own", {
        other: {
            type: "aws:iam/rolePolicy:RolePolicy",
            props: { role: "web-execution", policy: UNKNOWN },
            from: { role: ["role"], policy: ["bucket"] },
        },
        bucket: { type: "aws:s3/bucket:Bucket", props: { arn: UNKNOWN } },
    }),
    row("a first preview of the component with a role of another stack", outside),
];

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
