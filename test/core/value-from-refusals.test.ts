import assert from "node:assert/strict";
import fc from "fast-check";
import { parseValueFrom } from "../../core";

const SECRET = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf";
const PARAMETER = "arn:aws:ssm:eu-west-1:123456789012:parameter";

const FORMS =
    "Give a complete Secrets Manager ARN (arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf), " +
    "that ARN with :json-key:version-stage:version-id, an SSM parameter ARN, or a parameter name.";
const ALL_THREE = "Write all three, empty ones as well: `ARN:json-key::` for a JSON key alone.";
const NO_NAME =
    "this is no parameter name (letters, digits, . - _ and, from the first character on, / between levels)";
const NAME_LIKE =
    "Write it like /web/database-password; a secret of Secrets Manager is named by its complete ARN.";
const fieldsMissing = (count: number): [string, string] => [
    `the secret ARN carries ${count} of the three fields :json-key:version-stage:version-id`,
    ALL_THREE,
];
const VERSION: [string, string] = [
    "Amazon ECS takes no version or label after a parameter name",
    "Name the parameter alone; Amazon ECS reads its latest version.",
];
const RESERVED: [string, string] = [
    "a parameter name may not begin with aws or ssm",
    "Name it otherwise.",
];
const MALFORMED: [string, string] = ["the text begins with arn: and is no ARN", FORMS];
const NO_PLACE: [string, string] = ["the ARN lacks its region or its account", FORMS];
const OTHER: [string, string] = ["the ARN is neither a secret's nor a parameter's", FORMS];
const WILDCARD: [string, string] = [
    "the secret's name holds what no secret's name may hold",
    "Name one secret, with letters, digits and / _ + = . @ ! - alone.",
];

const NO_JSON: [string, string] = [
    "Amazon ECS reads no JSON key out of a parameter",
    "Name the parameter alone, and keep one value in it; a JSON key can be read out of a secret of Secrets Manager.",
];
const WHITE: [string, string] = [
    "there is white space before or after the reference",
    "Take it away.",
];
const NOTHING: [string, string] = [
    "it is what a program writes where it has no value",
    "Give the ARN of the secret there; a parameter that is called so, by its ARN.",
];
const ALIAS: [string, string] = [
    "the text is the alias of a KMS key",
    "Name the secret; the key that encrypts it is found through it.",
];
const BAR: [string, string] = [
    "the text is the id that Pulumi gives a SecretVersion: an ARN and a version id, with a bar between them",
    "Give the version's `arn`, and after `:::` its `versionId` if that very version is meant.",
];

describe("parseValueFrom refuses", () => {
    const rows: [string, string, [string, string]][] = [
        ["nothing", "", ["valueFrom is empty", FORMS]],
        ["a JSON key without the two colons after it", `${SECRET}:key`, fieldsMissing(1)],
        ["a JSON key with one colon after it", `${SECRET}:key:`, fieldsMissing(2)],
        ["a stage without a last colon", `${SECRET}:key:AWSCURRENT`, fieldsMissing(2)],
        ["a single colon", `${SECRET}:`, fieldsMissing(1)],
        [
            "a JSON key with a colon, which cannot be expressed",
            `${SECRET}:a:b::`,
            [
                "the secret ARN carries 4 fields after the secret's name, and Amazon ECS reads three",
                "Name a JSON key without a colon: `ARN:json-key:version-stage:version-id`.",
            ],
        ],
        [
            "a stage together with an id",
            `${SECRET}:key:AWSCURRENT:11111111`,
            [
                "the reference names a version stage and a version id",
                "Name one of the two, or none for AWSCURRENT.",
            ],
        ],
        [
            "a secret ARN without a name",
            SECRET.replace("db-AbCdEf", ""),
            ["the secret ARN has no name", FORMS],
        ],
        [
            "all secrets at once, which the role would then read",
            SECRET.replace("db-AbCdEf", "*"),
            WILDCARD,
        ],
        ["a pattern", SECRET.replace("db-AbCdEf", "db-??????"), WILDCARD],
        ["a policy variable", SECRET.replace("db", "${aws:x}"), WILDCARD],
        ["a secret ARN without a region", SECRET.replace("eu-west-1", ""), NO_PLACE],
        ["a secret ARN without an account", SECRET.replace("123456789012", ""), NO_PLACE],
        ["a secret ARN of AWS's own account", SECRET.replace("123456789012", "aws"), NO_PLACE],
        [
            "a parameter ARN without an account",
            `${PARAMETER}/x`.replace("123456789012", ""),
            NO_PLACE,
        ],
        ["a placeholder", "arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME", MALFORMED],
        ["half an ARN", "arn:aws:secretsmanager", MALFORMED],
        ["an ARN with white space inside", SECRET.replace("db", "d b"), MALFORMED],
        ["the ARN of a key", "arn:aws:kms:eu-west-1:123456789012:key/1", OTHER],
        ["the ARN of a bucket", "arn:aws:s3:::bucket", OTHER],
        ["a secret ARN of another resource type", SECRET.replace(":secret:", ":thing:"), OTHER],
        ["a parameter ARN without a name", `${PARAMETER}/`, OTHER],
        ["a parameter ARN without a slash", `${PARAMETER}x`, OTHER],
        [
            "a parameter ARN with two slashes, which no policy matches",
            `${PARAMETER}//web/db`,
            [
                "the parameter ARN has two slashes after `parameter`",
                "The ARN of parameter /a/b ends in parameter/a/b, with one slash.",
            ],
        ],
        ["a version of a parameter", "db:3", VERSION],
        ["a label of a parameter", "/web/db:live", VERSION],
        ["a version in a parameter's ARN", `${PARAMETER}/web/db:3`, VERSION],
        ["a label in a parameter's ARN", `${PARAMETER}/web/db:live`, VERSION],
        ["a JSON key of a parameter", `${PARAMETER}/web/db:key::`, NO_JSON],
        ["three fields of a parameter, all empty", `${PARAMETER}/db:::`, NO_JSON],
        ["more than three fields of a parameter", `${PARAMETER}/db:a:b:c:d`, VERSION],
        ["levels without a leading slash", "web/db", [NO_NAME, NAME_LIKE]],
        ["a slash at the end", "/web/", [NO_NAME, NAME_LIKE]],
        ["two slashes", "/web//db", [NO_NAME, NAME_LIKE]],
        ["a slash alone", "/", [NO_NAME, NAME_LIKE]],
        ["white space", "my secret", [NO_NAME, NAME_LIKE]],
        ["a line break after a name", "db\n", WHITE],
        ["a space before an ARN", ` ${SECRET}`, WHITE],
        ["white space alone", "  ", WHITE],
        ["a line break after an ARN", `${SECRET}\n`, WHITE],
        ["a line break after two fields", `${SECRET}:key:\n`, WHITE],
        ["a level that begins with white space", "/web/ db", [NO_NAME, NAME_LIKE]],
        ["what a program writes for no value", "undefined", NOTHING],
        ["what a program writes for null", "null", NOTHING],
        ["what a program writes for no number", "NaN", NOTHING],
        ["the alias of a key", "alias/web", ALIAS],
        ["an alias of AWS", "alias/aws/secretsmanager", ALIAS],
        ["the ARN of an alias", "arn:aws:kms:eu-west-1:123456789012:alias/web", OTHER],
        ["the id of Pulumi's SecretVersion", `${SECRET}|terraform-20260101000000`, BAR],
        ["such an id with a JSON key", `${SECRET}|terraform-20260101000000:key::`, BAR],
        ["a wildcard in a parameter's ARN", `${PARAMETER}/web/*`, [NO_NAME, NAME_LIKE]],
        ["a name that begins with aws", "awsThing", RESERVED],
        ["a name that begins with SSM", "SSM-thing", RESERVED],
        ["a path that begins with aws", "/Aws/x", RESERVED],
        ["a parameter ARN whose path begins with ssm", `${PARAMETER}/ssm/x`, RESERVED],
        ["a reference to a secret without its name", "/aws/reference/secretsmanager", RESERVED],
    ];
    for (const [name, text, [reason, remedy]] of rows) {
        it(name, () => assert.deepEqual(parseValueFrom(text), { problem: { reason, remedy } }));
    }

    it("without ever showing the text, which may be the value itself", () => {
        const mark = fc.stringMatching(/^[QXZ]{8}$/);
        const around = fc.constantFrom(
            ...["# #", "#:3", "#//#", "aws#", "arn:#", `${SECRET}:#`, `${SECRET}:#:#:#`],
            ...[`${SECRET}*#`, `${PARAMETER}//#`, `${PARAMETER}/#:#`, "#\n", `${SECRET}:#:#:#:#`],
            ...[" #", "alias/#", `${SECRET}|#`, `${PARAMETER}/#:#::`],
        );
        fc.assert(
            fc.property(mark, around, (canary, form) => {
                const { problem } = parseValueFrom(form.replaceAll("#", canary));
                assert.ok(problem && !JSON.stringify(problem).includes(canary));
            }),
        );
    });
});
