import type { ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { ACCOUNT, containers, policy, ROLE, SECRET } from "../kms-decrypt/stack";
import { firstPreview, injects, readSecret, rights, row, says } from "./stack";

const ELSEWHERE = SECRET.replace("api-", "elsewhere-");
const OTHER = SECRET.replace("api-", "other-");
const undetermined = (what: string, missing: string, add = "", role = "role") =>
    `undetermined: whether the task execution role ${role} may read ${what}. Not known: ${missing}.` +
    (add && ` No policy of this program gives the right; unless another does, add: ${add}`);
const statement = (arn: string) =>
    `{"Sid":"ReadSecrets","Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":["${arn}"]}`;
const UNTIL =
    "Until then the task stops with ResourceInitializationError: … AccessDeniedException: … is not authorized to perform: secretsmanager:GetSecretValue.";
const suspected =
    "suspected: secret secret, if a container injects it: no policy of the task execution role role that is known allows it, and none that is not known yet is computed from it. " +
    `Allow the task execution role role secretsmanager:GetSecretValue on the secret's ARN. ${UNTIL}`;

/** Stacks of which it cannot be known, or no more than suspected. */
export const unknown: ReportedRow[] = [
    says(
        "a first preview whose policy is computed from something else",
        {
            ...firstPreview,
            other: { type: "aws:s3/bucket:Bucket", props: {} },
            rights: { ...firstPreview.rights, from: { role: ["role"], policy: ["other"] } },
        },
        suspected,
    ),
    says("a first preview without any policy", { ...firstPreview, rights: undefined }, suspected),
    says(
        "a first preview with an action that is known and is the wrong one",
        {
            ...firstPreview,
            rights: {
                props: {
                    policy: policy(
                        readSecret({ Action: "secretsmanager:ListSecrets", Resource: UNKNOWN }),
                    ),
                },
            },
        },
        suspected,
    ),
    {
        ...says(
            "secrets of another stack that no policy gives a right to, in one line",
            { ...injects(ELSEWHERE, OTHER, SECRET), ...rights(readSecret()) },
            undetermined(
                `secrets V0 of container web (secret ${ELSEWHERE}), secrets V1 of container web (secret ${OTHER})`,
                "the policy of the secret, which is not a resource of this stack",
                `${statement(ELSEWHERE)}, ${statement(OTHER)}`,
            ),
        ),
        resource: "role",
    },
    {
        ...says(
            "two task definitions with one role, in one line",
            {
                ...injects(ELSEWHERE),
                worker: {
                    type: "aws:ecs/taskDefinition:TaskDefinition",
                    props: {
                        executionRoleArn: ROLE,
                        containerDefinitions: containers({ name: "V1", valueFrom: OTHER }),
                    },
                },
            },
            undetermined(
                `secrets V0 of container web (secret ${ELSEWHERE}), secrets V1 of container web (secret ${OTHER})`,
                "the policy of the secret, which is not a resource of this stack",
                `${statement(ELSEWHERE)}, ${statement(OTHER)}`,
            ),
        ),
        resource: "role",
    },
    {
        ...says(
            "a managed policy of another stack",
            {
                rights: undefined,
                attachment: {
                    type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
                    props: {
                        role: "web-execution",
                        policyArn: `arn:aws:iam::${ACCOUNT}:policy/elsewhere`,
                    },
                },
            },
            undetermined(
                "secrets API_KEY of container web (secret secret)",
                `the policy arn:aws:iam::${ACCOUNT}:policy/elsewhere (it is not an AWS managed policy)`,
            ),
        ),
        resource: "role",
    },
    {
        ...says(
            "an exclusive list that takes the policy away",
            {
                exclusive: {
                    type: "aws:iam/rolePoliciesExclusive:RolePoliciesExclusive",
                    props: { roleName: "web-execution", policyNames: ["another"] },
                },
            },
            undetermined(
                "secrets API_KEY of container web (secret secret)",
                "the policy rights (exclusive (RolePoliciesExclusive) takes it away, for it does not list its name)",
            ),
        ),
        resource: "role",
    },
    says(
        "a role of another stack",
        { task: { props: { executionRoleArn: `${ROLE}-elsewhere` } } },
        undetermined(
            "secrets API_KEY of container web (secret secret)",
            `what other programs give ${ROLE}-elsewhere, which is not a resource of this stack`,
            statement(SECRET),
            `${ROLE}-elsewhere`,
        ),
    ),
    {
        ...says(
            "a condition on what only the request will say",
            rights(readSecret({ Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } })),
            undetermined(
                "secrets API_KEY of container web (secret secret)",
                "the value of aws:SourceIp, which IpAddress compares (statement ReadSecrets of the policy rights)",
            ),
        ),
        resource: "role",
    },
    {
        ...row("a suspicion that the team wants stopped is stopped", {
            ...firstPreview,
            rights: undefined,
        }),
        config: { "ecs-execution-role-require-secret-access": { suspected: "disabled" } },
        messages: [],
    },
];
