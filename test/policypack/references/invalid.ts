import { changeStack } from "../../support/pack-stack";
import type { ReportedRow } from "../../support/policy-table";
import {
    inject,
    PARAMETER,
    ROLE,
    SECRET,
    secrets,
    VALUE,
    withContainer,
    withDefinitions,
    withProxy,
} from "./stack";

const FORMS =
    "Give a complete Secrets Manager ARN (arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf), " +
    "that ARN with :json-key:version-stage:version-id, an SSM parameter ARN, or a parameter name.";
const ONE_FIELD =
    "the secret ARN carries 1 of the three fields :json-key:version-stage:version-id. Write all three, empty ones as well: `ARN:json-key::` for a JSON key alone.";

/** What the policy on references stops. */
export const invalid: ReportedRow[] = [
    {
        name: "a JSON key with one colon",
        stack: inject(`${SECRET}:key`),
        messages: [`container web: secrets A (${SECRET}): ${ONE_FIELD}`],
    },
    {
        name: "the same in a child of our component",
        stack: changeStack(inject(`${SECRET}:key`), {
            task: { component: "ecs-secrets:index:SecretInjectedService" },
        }),
        messages: [`container web: secrets A (${SECRET}): ${ONE_FIELD}`],
    },
    {
        name: "everything that is wrong, at once",
        stack: inject(`${SECRET}:key`, "", "my secret"),
        messages: [
            `container web: secrets A (${SECRET}): ${ONE_FIELD}`,
            `container web: secrets B: valueFrom is empty. ${FORMS}`,
            "container web: secrets C: this is no parameter name (letters, digits, . - _ and, from the first character on, / between levels). Write it like /web/database-password; a secret of Secrets Manager is named by its complete ARN.",
        ],
    },
    {
        name: "the id of Pulumi's SecretVersion",
        stack: inject(`${SECRET}|terraform-20260101000000`),
        messages: [
            "container web: secrets A: the text is the id that Pulumi gives a SecretVersion: an ARN and a version id, with a bar between them. Give the version's `arn`, and after `:::` its `versionId` if that very version is meant.",
        ],
    },
    {
        name: "an object as a text",
        stack: inject("[object Object]"),
        messages: [
            "container web: secrets A: an object was made a text: [object …]. Give its ARN, for example secret.arn.",
        ],
    },
    {
        name: "a parameter of another account than the role's",
        stack: inject(PARAMETER.replace("123456789012", "210987654321")),
        messages: [
            "container web: secrets A (arn:aws:ssm:us-east-1:210987654321:parameter/web/db): is a parameter of account 210987654321: Amazon ECS reads no parameters that are shared. Keep it in AWS Secrets Manager there, or in a parameter of this account.",
        ],
    },
    {
        name: "a secret of another partition than the role's",
        stack: changeStack(inject(SECRET), {
            task: { props: { executionRoleArn: ROLE.replace("arn:aws:", "arn:aws-cn:") } },
        }),
        messages: [
            `container web: secrets A (${SECRET}): is in partition aws, and the service is in aws-cn: nothing is shared between the two. Keep a secret in aws-cn.`,
        ],
    },
    {
        name: "a secret of another partition than the region's",
        stack: changeStack(inject(SECRET), {
            task: { props: { executionRoleArn: undefined, region: "cn-north-1" } },
        }),
        messages: [
            `container web: secrets A (${SECRET}): is in partition aws, and the service is in aws-cn: nothing is shared between the two. Keep a secret in aws-cn.`,
        ],
    },
    {
        name: "a name twice, and in environment",
        stack: withContainer({
            secrets: [
                { name: "A", valueFrom: SECRET },
                { name: "A", valueFrom: PARAMETER },
            ],
            environment: [{ name: "A", value: "1" }],
        }),
        messages: [
            "container web: secrets A: it stands in environment as well, and AWS refuses that: The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'A'. Take it out of environment.",
            "container web: secrets A: it stands there more than once, and AWS refuses that: Duplicate secret names found: A. Each secret name must be unique. Take all but one away.",
        ],
    },
    {
        name: "an entry without valueFrom",
        stack: withContainer({ secrets: [{ name: "A", value: VALUE }] }),
        messages: [
            "container web: secrets[0]: it cannot be read. Give an array of objects with name and valueFrom, both of them strings.",
        ],
    },
    {
        name: "a file that is none",
        stack: withContainer({
            environmentFiles: [{ value: "arn:aws:s3:::web/web.txt", type: "s3" }],
        }),
        messages: [
            "container web: environmentFiles (arn:aws:s3:::web/web.txt): it does not end in .env. Name the file so.",
        ],
    },
    {
        name: "the same of aws-native",
        stack: withDefinitions(
            [{ name: "web", secrets: secrets(`${SECRET}:key`) }],
            "aws-native:ecs:TaskDefinition",
        ),
        messages: [`container web: secrets A (${SECRET}): ${ONE_FIELD}`],
    },
    {
        name: "an option of a service's proxy",
        stack: withProxy(`${SECRET}:token`),
        messages: [
            `Service Connect: logConfiguration.secretOptions splunk-token (${SECRET}): ${ONE_FIELD}`,
        ],
    },
    {
        name: "an option of a proxy of aws-native",
        stack: withProxy(`${SECRET}:token`, "aws-native:ecs:Service"),
        messages: [
            `Service Connect: logConfiguration.secretOptions splunk-token (${SECRET}): ${ONE_FIELD}`,
        ],
    },
];
