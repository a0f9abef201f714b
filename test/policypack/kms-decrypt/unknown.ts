import { ADMINISTRATOR, boundary, OWN_POLICY, remedy, rights, row, says, WHERE } from "./rows";
import { ACCOUNT, containers, decryptStatement, firstPreview, KEY, ROLE, SECRET } from "./stack";
import type { Stack } from "../../support/pack-stack";
import type { ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const FOREIGN_KEY = KEY.replace(ACCOUNT, "210987654321");
const FIRST_PREVIEW =
    "the role's policies may allow kms:Decrypt on a resource whose ARN is not known yet, and the key policy, which could allow it alone, is not known; not known: the policy of the key (its document is not known yet), the policy rights (its document is not known yet).";

/** Stacks of which it cannot be known. */
export const unknown: ReportedRow[] = [
    says(
        "a first preview, where no ARN is known",
        firstPreview,
        `undetermined: parameter parameter (execution role role): ${FIRST_PREVIEW}`,
    ),
    says(
        "a role that is not of this stack",
        { task: { props: { executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/elsewhere` } } },
        `undetermined: ${WHERE}: the task execution role is not a resource of this stack.`,
    ),
    says(
        "a key that is not of this stack, and no right: its own policy could still allow it",
        {
            key: undefined,
            parameter: { from: {} },
            rights: { ...rights().rights, from: {} },
        },
        `undetermined: ${WHERE} (execution role role): the key policy leaves it to the identity policies, and none of the role's allows kms:Decrypt on ${KEY}. The key is not a resource of this stack: its own policy could still allow it. ${remedy()}`,
    ),
    says(
        "a key that is named by an alias",
        { parameter: { props: { keyId: "alias/web" }, from: {} } },
        `undetermined: ${WHERE} (execution role role): the role's policies may allow kms:Decrypt on a resource whose ARN is not known yet, and the key policy, which could allow it alone, is not known; not known: the policy of the key (the key is not a resource of this stack), the ARN of the resource (statement Decrypt of the policy rights), the value of kms:ViaService, which StringEquals compares (statement Decrypt of the policy rights).`,
    ),
    says(
        "a key of another account that is not of this stack, whatever the role may",
        {
            key: undefined,
            parameter: { props: { keyId: FOREIGN_KEY }, from: {} },
            rights: {
                props: rights(decryptStatement({ Resource: FOREIGN_KEY })).rights?.props,
                from: {},
            },
        },
        `undetermined: ${WHERE} (execution role role): the role's policies allow kms:Decrypt on ${FOREIGN_KEY}, and the key policy, which could refuse it, is not known; not known: the policy of the key (the key is not a resource of this stack).`,
    ),
    says(
        "a managed policy that is not of this stack, and no other right",
        { ...rights(), attachment: { props: { policyArn: OWN_POLICY } } },
        `undetermined: ${WHERE} (execution role role): policies may allow kms:Decrypt on ${KEY}; not known: the policy ${OWN_POLICY} (it is not an AWS managed policy).`,
    ),
    says(
        "a permissions boundary that does not allow it",
        boundary({ Effect: "Allow", Action: "s3:*", Resource: "*" }),
        `undetermined: ${WHERE} (execution role role): the role's permissions boundary is not certain to allow it.`,
    ),
    says(
        "a grant on the key, where no policy allows",
        {
            ...rights(),
            grant: {
                type: "aws:kms/grant:Grant",
                props: { keyId: KEY, granteePrincipal: ROLE, operations: ["Decrypt"] },
            },
        },
        `undetermined: ${WHERE} (execution role role): a grant of the stack names the key, and grants are not judged.`,
    ),
    {
        name: "a key in China, granted for one of the two host names that AWS KMS may see there",
        stack: inChina({
            Condition: { StringEquals: { "kms:ViaService": "ssm.us-east-1.amazonaws.com.cn" } },
        }),
        messages: [
            `undetermined: ${WHERE} (execution role role): AWS does not document which kms:ViaService it sends in this partition.`,
        ],
    },
    says(
        "secrets that are not of this stack, in one report: their keys are not known",
        {
            task: {
                props: {
                    containerDefinitions: containers(
                        { name: "API_KEY", valueFrom: SECRET },
                        { name: "OTHER", valueFrom: "/elsewhere/other" },
                    ),
                },
            },
        },
        "undetermined: secrets API_KEY of container web, secrets OTHER of container web: not a secret of this stack, so its key is not known; a customer managed key needs kms:Decrypt.",
    ),
    says(
        "a right that stands in AWS's echo on the role alone, beside attachments that are resources",
        { ...rights(), role: { props: { managedPolicyArns: [ADMINISTRATOR] } } },
        `undetermined: ${WHERE} (execution role role): policies may allow kms:Decrypt on ${KEY}; not known: the policy in the role itself (the role's own list is AWS's echo beside resources, and may be older than they are).`,
    ),
    says(
        "container definitions that are computed from a parameter and not known: nobody may inject it",
        { ...rights(), task: { props: { containerDefinitions: UNKNOWN } } },
        `undetermined: parameter parameter (execution role role): if a container injects it: the key policy leaves it to the identity policies, and none of the role's allows kms:Decrypt on ${KEY}.`,
    ),
    says(
        "a secret and its version, once, while nothing is known",
        {
            ...firstPreview,
            secret: {
                type: "aws:secretsmanager/secret:Secret",
                props: { arn: UNKNOWN, kmsKeyId: UNKNOWN },
                from: { kmsKeyId: ["key"] },
            },
            version: {
                type: "aws:secretsmanager/secretVersion:SecretVersion",
                props: { secretId: UNKNOWN },
                from: { secretId: ["secret"] },
            },
            task: {
                ...firstPreview.task,
                from: {
                    executionRoleArn: ["role"],
                    containerDefinitions: ["secret", "version"],
                },
            },
        },
        `undetermined: secret secret (execution role role): ${FIRST_PREVIEW}`,
    ),
];

function inChina(change: object): Stack {
    const stack = row("", rights(decryptStatement(change))).stack;
    const json = JSON.stringify(stack).replaceAll("arn:aws:", "arn:aws-cn:");
    return JSON.parse(json.replaceAll("us-east-1", "cn-north-1")) as Stack;
}
