import {
    ADMINISTRATOR,
    OWN_POLICY,
    rights,
    row,
    says,
    STATEMENT,
    suspected,
    undetermined,
    UNTIL,
} from "./rows";
import { ACCOUNT, containers, decryptStatement, KEY, SECRET } from "./stack";
import type { Stack, StackChange } from "../../support/pack-stack";
import type { ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";

const FOREIGN_KEY = KEY.replace(ACCOUNT, "210987654321");
const OUTSIDE_KEY = "the policy of the key, which is not a resource of this stack";
const onRole = (name: string, change: StackChange, message: string): ReportedRow => ({
    ...says(name, change, message),
    resource: "role",
});

/** Stacks of which it cannot be known. */
export const unknown: ReportedRow[] = [
    says(
        "a role that is not of this stack",
        { task: { props: { executionRoleArn: `arn:aws:iam::${ACCOUNT}:role/elsewhere` } } },
        undetermined(
            `what other programs give arn:aws:iam::${ACCOUNT}:role/elsewhere, which is not a resource of this stack`,
            { role: `arn:aws:iam::${ACCOUNT}:role/elsewhere`, add: STATEMENT },
        ),
    ),
    onRole(
        "a key that is not of this stack, and no right: its own policy could still allow it",
        {
            key: undefined,
            parameter: { from: {} },
            rights: { ...rights().rights, from: {} },
        },
        undetermined(OUTSIDE_KEY, { add: STATEMENT }),
    ),
    onRole(
        "a key that is named by an alias",
        { parameter: { props: { keyId: "alias/web" }, from: {} } },
        undetermined(OUTSIDE_KEY),
    ),
    onRole(
        "a key of another account that is not of this stack, whatever the role may",
        {
            key: undefined,
            parameter: { props: { keyId: FOREIGN_KEY }, from: {} },
            rights: {
                props: rights(decryptStatement({ Resource: FOREIGN_KEY })).rights?.props,
                from: {},
            },
        },
        undetermined(OUTSIDE_KEY),
    ),
    onRole(
        "a managed policy that is not of this stack, and no other right",
        { ...rights(), attachment: { props: { policyArn: OWN_POLICY } } },
        undetermined(`the policy ${OWN_POLICY} (it is not an AWS managed policy)`),
    ),
    {
        name: "a key in China, granted for one of the two host names that AWS KMS may see there",
        stack: inChina({
            Condition: { StringEquals: { "kms:ViaService": "ssm.us-east-1.amazonaws.com.cn" } },
        }),
        messages: [
            undetermined(
                "which kms:ViaService AWS sends in this partition, for it documents none",
                { add: inChinese(STATEMENT) },
            ),
        ],
        resource: "role",
    },
    onRole(
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
        undetermined(
            "the key of what is no secret of this stack, for which a customer managed key needs kms:Decrypt",
            {
                what: `secrets API_KEY of container web (secret ${SECRET}), secrets OTHER of container web (parameter /elsewhere/other)`,
            },
        ),
    ),
    onRole(
        "a right that stands in AWS's echo on the role alone, beside attachments that are resources",
        { ...rights(), role: { props: { managedPolicyArns: [ADMINISTRATOR] } } },
        undetermined(
            "the policy in the role itself (the role's own list is AWS's echo beside resources, and may be older than they are)",
        ),
    ),
    says(
        "container definitions that are computed from a parameter and not known: nobody may inject it",
        { ...rights(), task: { props: { containerDefinitions: UNKNOWN } } },
        suspected(UNTIL.ssm, `Add to the task execution role role: ${STATEMENT}`),
    ),
];

function inChina(change: object): Stack {
    const stack = row("", rights(decryptStatement(change))).stack;
    return JSON.parse(moved(JSON.stringify(stack))) as Stack;
}

function moved(text: string): string {
    return text.replaceAll("arn:aws:", "arn:aws-cn:").replaceAll("us-east-1", "cn-north-1");
}

/** The statement names both host names that AWS KMS may see there. */
function inChinese(statement: string): string {
    const host = "ssm.cn-north-1.amazonaws.com";
    return moved(statement).replace(`"${host}"`, `"${host}","${host}.cn"`);
}
