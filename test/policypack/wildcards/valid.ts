import type { PolicyRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { allow, KEY, policy, rights, ROLE, row, SECRET, trust } from "./stack";

const administrator = {
    type: "aws:iam/role:Role",
    props: { name: "deploy", assumeRolePolicy: trust("codebuild.amazonaws.com") },
};
const everything = {
    type: "aws:iam/rolePolicy:RolePolicy",
    props: { role: "deploy", policy: policy(allow("*")) },
};

/** Stacks on which there is nothing to say. */
export const valid: PolicyRow[] = [
    row("roles that read what they name", {}),
    row(
        "a path of secrets and of parameters",
        rights(
            allow("secretsmanager:GetSecretValue", "arn:aws:secretsmanager:*:*:secret:app/*"),
            allow("ssm:GetParameters", "arn:aws:ssm:*:*:parameter/app/*"),
        ),
    ),
    row(
        "all keys of one encryption context",
        rights(
            allow("kms:Decrypt", "*", {
                Condition: { StringEquals: { "kms:EncryptionContext:SecretARN": SECRET } },
            }),
        ),
    ),
    row(
        "all secrets with the role's own tag",
        rights(
            allow("secretsmanager:GetSecretValue", "*", {
                Condition: {
                    StringEquals: { "aws:ResourceTag/team": "${aws:PrincipalTag/team}" },
                },
            }),
        ),
    ),
    row("an administrator's role that no task takes", {
        administrator,
        everything: { ...everything, from: { role: ["administrator"] } },
    }),
    row("the policy of AWS for execution roles, which reads no secret", {
        attachment: {
            type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
            props: {
                role: "web-execution",
                policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
            },
            from: { role: ["role"] },
        },
    }),
    row("a wide policy that no role of a task has", {
        wide: { type: "aws:iam/policy:Policy", props: { policy: policy(allow("*")) } },
    }),
    row("a wide permissions boundary, which gives no right", {
        boundary: {
            type: "aws:iam/policy:Policy",
            props: { arn: "arn:aws:iam::123456789012:policy/boundary", policy: policy(allow("*")) },
        },
        role: { props: { permissionsBoundary: "arn:aws:iam::123456789012:policy/boundary" } },
    }),
    row("a key policy on all resources, which is the key itself", {
        key: {
            type: "aws:kms/key:Key",
            props: { arn: KEY, policy: policy(allow("kms:*", "*", { Principal: { AWS: ROLE } })) },
        },
    }),
    row("a document that is not known yet", { rights: { props: { policy: UNKNOWN } } }),
    row(
        "a resource that is not known yet",
        rights(allow("secretsmanager:GetSecretValue", UNKNOWN)),
    ),
    row("a statement that is not known yet beside a wide one", rights(allow("ssm:*"), UNKNOWN)),
    row("a role that is not known yet, and another document", {
        ...rights(allow("*")),
        role: { props: { arn: UNKNOWN, name: UNKNOWN, assumeRolePolicy: UNKNOWN } },
        rights: { props: { role: "elsewhere", policy: policy(allow("*")) } },
        task: { props: { executionRoleArn: UNKNOWN } },
    }),
];
