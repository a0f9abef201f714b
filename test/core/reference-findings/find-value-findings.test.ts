import assert from "node:assert/strict";
import { findInjectionFindings, type TaskPlace } from "../../../core";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
const PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter/web/db";
const HERE: TaskPlace = { partition: "aws", region: "us-east-1", account: "123456789012" };

const FORMS =
    "Give a complete Secrets Manager ARN (arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf), " +
    "that ARN with :json-key:version-stage:version-id, an SSM parameter ARN, or a parameter name.";

const find = (container: object, place = HERE) =>
    findInjectionFindings(JSON.stringify([{ name: "web", image: "httpd", ...container }]), place);

const inject = (valueFrom: unknown, place = HERE) =>
    find({ secrets: [{ name: "DB", valueFrom }] }, place);

const certain = (reason: string, remedy: string, arn?: string) => [
    {
        certainty: "certain",
        container: "web",
        path: "secrets",
        name: "DB",
        ...(arn !== undefined && { arn }),
        reason,
        remedy,
    },
];

const likely = (reason: string, remedy: string, arn: string) => [
    { ...certain(reason, remedy, arn)[0], certainty: "likely" },
];

const NEITHER = "the ARN is neither a secret's nor a parameter's";
const OBJECT = "an object was made a text: [object …]";
const GIVE_ARN = "Give its ARN, for example secret.arn.";
const PLACEHOLDER = "it holds a placeholder that nothing filled in";
const FILL_IN =
    "Write a template string in backquotes, with pulumi.interpolate where a part is an Output.";
const NOTHING = "it holds undefined, null or NaN where the program had no value";
const GIVE_VALUE = "Give the ARN of the secret there; a property that AWS fills in is an Output.";
const LOST =
    "its JSON key or version is what a program writes where it has none: undefined, a placeholder";
const LEAVE_EMPTY = "Leave the field empty: `ARN:::` is the whole secret.";
const WRITTEN = `Calling [toString] on an [Output<T>] is not supported.`;
const BUILD =
    "Build the definitions with pulumi.jsonStringify, or the text with pulumi.interpolate.";
const OUTPUT = "an Output was made a text before its value was known";
const TAKE_IT =
    "Take the ARN from the secret itself, or build it with the partition of the region.";
const PARTIAL =
    "it is a partial ARN, without the hyphen and the six characters that AWS appends to a name: AWS may find another secret by it, and a policy that names the complete ARN does not match it";

describe("findInjectionFindings finds", () => {
    const rows: [string, unknown, object[], TaskPlace?][] = [
        ["no text at all", "", certain("valueFrom is empty", FORMS)],
        [
            "a JSON key with one colon",
            `${SECRET}:key`,
            certain(
                "the secret ARN carries 1 of the three fields :json-key:version-stage:version-id",
                "Write all three, empty ones as well: `ARN:json-key::` for a JSON key alone.",
                SECRET,
            ),
        ],
        [
            "a key of AWS KMS",
            "arn:aws:kms:us-east-1:123456789012:key/1",
            certain(
                NEITHER,
                `The key that encrypts a secret is found through it: name the secret. ${FORMS}`,
                "arn:aws:kms:us-east-1:123456789012:key/1",
            ),
        ],
        [
            "a role",
            "arn:aws:iam::123456789012:role/web",
            certain(
                NEITHER,
                `The role belongs into executionRoleArn. ${FORMS}`,
                "arn:aws:iam::123456789012:role/web",
            ),
        ],
        [
            "an object in S3",
            "arn:aws:s3:::web/web.env",
            certain(
                NEITHER,
                `A file of variables belongs under environmentFiles. ${FORMS}`,
                "arn:aws:s3:::web/web.env",
            ),
        ],
        [
            "a database",
            "arn:aws:rds:us-east-1:123456789012:db:web",
            certain(
                NEITHER,
                `The secret of a database is in its masterUserSecrets: name that. ${FORMS}`,
                "arn:aws:rds:us-east-1:123456789012:db:web",
            ),
        ],
        ["an object as a text", "[object Object]", certain(OBJECT, GIVE_ARN)],
        ["an object in an ARN", SECRET.replace("db", "[object Object]"), certain(OBJECT, GIVE_ARN)],
        ["an Output as a text", WRITTEN, certain(OUTPUT, BUILD)],
        ["an Output as a text before a JSON key", `${WRITTEN}:key::`, certain(OUTPUT, BUILD)],
        ["a placeholder", "${secret.arn}", certain(PLACEHOLDER, FILL_IN)],
        ["a placeholder before a JSON key", "${secret.arn}:key::", certain(PLACEHOLDER, FILL_IN)],
        [
            "a placeholder in angle brackets",
            SECRET.replace("123456789012", "<ACCOUNT>"),
            certain(PLACEHOLDER, FILL_IN),
        ],
        ["CloudFormation's way", "{{resolve:ssm:/web/db}}", certain(PLACEHOLDER, FILL_IN)],
        ["undefined", "undefined", certain(NOTHING, GIVE_VALUE)],
        ["null", "null", certain(NOTHING, GIVE_VALUE)],
        ["undefined before a JSON key", "undefined:key::", certain(NOTHING, GIVE_VALUE)],
        [
            "undefined as the account",
            SECRET.replace("123456789012", "undefined"),
            certain(NOTHING, GIVE_VALUE),
        ],
        [
            "a line break after three fields, which would be a version id",
            `${SECRET}:key::\n`,
            certain("there is white space before or after the reference", "Take it away.", SECRET),
        ],
        ["an undefined JSON key", `${SECRET}:undefined::`, likely(LOST, LEAVE_EMPTY, SECRET)],
        [
            "a JSON key that is a placeholder",
            `${SECRET}:\${key}::`,
            likely(LOST, LEAVE_EMPTY, SECRET),
        ],
        [
            "a partial ARN",
            SECRET.slice(0, -7),
            likely(PARTIAL, "Give the complete ARN, for example secret.arn.", SECRET.slice(0, -7)),
        ],
        [
            "a partial ARN of another account, which finds nothing",
            SECRET.slice(0, -7).replace("123456789012", "210987654321"),
            certain(
                "is a partial ARN, and the secret is of account 210987654321",
                "Give the complete ARN, with the hyphen and the six characters that AWS appended to the name.",
                SECRET.slice(0, -7).replace("123456789012", "210987654321"),
            ),
        ],
        [
            "a parameter of another account",
            PARAMETER.replace("123456789012", "210987654321"),
            certain(
                "is a parameter of account 210987654321: Amazon ECS reads no parameters that are shared",
                "Keep it in AWS Secrets Manager there, or in a parameter of this account.",
                PARAMETER.replace("123456789012", "210987654321"),
            ),
        ],
        [
            "a region of another partition",
            SECRET.replace("us-east-1", "cn-north-1"),
            certain(
                "region cn-north-1 is in partition aws-cn, not in aws",
                TAKE_IT,
                SECRET.replace("us-east-1", "cn-north-1"),
            ),
            {},
        ],
        [
            "a secret of another partition than the task's",
            SECRET,
            certain(
                "is in partition aws, and the service is in aws-cn: nothing is shared between the two",
                "Keep a secret in aws-cn.",
                SECRET,
            ),
            { region: "cn-north-1" },
        ],
    ];
    for (const [name, valueFrom, expected, place] of rows) {
        it(name, () => assert.deepEqual(inject(valueFrom, place), expected));
    }
});
