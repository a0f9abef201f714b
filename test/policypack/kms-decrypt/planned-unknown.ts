import type { StackChange } from "../../support/pack-stack";
import type { ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { outside, rights, row, SECRET_PARTS } from "./planned";
import { OWN_POLICY, suspected, undetermined, UNTIL } from "./rows";
import { ACCOUNT, policy, readStatement, ROLE } from "./stack";

const says = (name: string, change: StackChange, message: string): ReportedRow => ({
    ...row(name, change),
    messages: [message],
});

const what = "parameter parameter";
const LACKING = "Allow the task execution role role kms:Decrypt on the key's ARN.";
const elsewhere = (role: string) =>
    `what other programs give ${role}, which is not a resource of this stack`;

/** First previews that leave something open which the update will not tell, or that look wrong. */
export const plannedUnknown: ReportedRow[] = [
    says(
        "a policy of the component that is computed from another secret",
        { ...SECRET_PARTS, rights: rights("secret") },
        suspected(UNTIL.ssm, LACKING),
    ),
    says(
        "a policy in the component's place that is known and does not allow it",
        { rights: { props: { policy: policy(readStatement) } } },
        suspected(UNTIL.ssm, LACKING),
    ),
    says(
        "a policy that is computed from the secret, as one that reads it is, and not from its key",
        { rights: { ...rights("parameter"), component: undefined } },
        suspected(UNTIL.ssm, LACKING),
    ),
    says(
        "a policy of another component that is not ours, computed from the secret alone",
        {
            web: { type: "web:index:Web", props: {} },
            rights: { ...rights("parameter"), component: "web:index:Web" },
            task: { component: "web:index:Web" },
        },
        suspected(UNTIL.ssm, LACKING),
    ),
    {
        ...says(
            "a managed policy of another stack on the role of the program: it may deny",
            { attachment: { props: { policyArn: OWN_POLICY } } },
            undetermined(
                `the policy ${OWN_POLICY} (it is not an AWS managed policy); the policy rights (its document is not known yet); whether role and resource are of the same account`,
                { what },
            ),
        ),
        resource: "role",
    },
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
        `suspected: parameter parameter, if a container injects it: the permissions boundary boundary does not allow kms:Decrypt on a resource whose ARN is not known yet, which another policy may allow. Let the permissions boundary of role allow it as well: a boundary gives no right, and takes away what it does not allow. ${UNTIL.ssm}`,
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
        `suspected: parameter parameter, if a container injects it: statement 1 of the policy other denies kms:Decrypt on a resource whose ARN is not known yet. Take the Deny back, or except this use: no Allow outweighs it. ${UNTIL.ssm}`,
    ),
    says(
        "a role of another stack whose ARN is not known yet",
        { ...outside, task: { props: { executionRoleArn: UNKNOWN }, from: outside.task?.from } },
        undetermined(elsewhere("the task execution role"), {
            role: "of the task definition",
            what,
        }),
    ),
    says(
        "a role of another stack that is named alike by nothing that the component plans",
        { ...outside, rights: { ...outside.rights, props: { role: "another", policy: UNKNOWN } } },
        undetermined(elsewhere(ROLE), { role: ROLE, what }),
    ),
];
