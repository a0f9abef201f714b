import assert from "node:assert/strict";
import { findInjectionFindings, UNKNOWN_PART } from "../../../core";

const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
const FILE = "arn:aws:s3:::web/web.env";

const find = (...containers: object[]) =>
    findInjectionFindings(JSON.stringify(containers), {}).map(
        ({ certainty, container, path, name, arn = "", reason, remedy }) =>
            `${certainty} ${container}: ${path} ${name} ${arn} | ${reason} | ${remedy}`,
    );

const named = (name: unknown, valueFrom: unknown = SECRET) => ({ name, valueFrom });
const pull = (credentialsParameter: unknown) => ({
    name: "web",
    repositoryCredentials: { credentialsParameter },
});
const log = (...secretOptions: object[]) => ({
    name: "web",
    logConfiguration: { logDriver: "splunk", secretOptions },
});
const read = (...environmentFiles: object[]) => ({ name: "web", environmentFiles });

const READ_NAMED = "Give an array of objects with name and valueFrom, both of them strings.";
const GIVE_A_SECRET =
    "Give the complete ARN of a secret of Secrets Manager that holds username and password as JSON.";
const AT_CREDENTIALS = "certain web: repositoryCredentials.credentialsParameter ";
const AT_FILES = "certain web: environmentFiles ";
const WRITE_FILE = "Write it like arn:aws:s3:::BUCKET/web.env.";

describe("findInjectionFindings is silent on", () => {
    const valid: [string, object][] = [
        ["a container that is given nothing", { name: "web" }],
        ["a name once", { name: "web", secrets: [named("A"), named("B")] }],
        ["names that differ in case", { name: "web", secrets: [named("A"), named("a")] }],
        [
            "one name under environment twice, which AWS takes",
            {
                name: "web",
                environment: [
                    { name: "A", value: "1" },
                    { name: "A", value: "2" },
                ],
            },
        ],
        [
            "names that are not known yet",
            { name: "web", secrets: [named(UNKNOWN_PART), named(UNKNOWN_PART)] },
        ],
        ["an option of a log driver", log(named("splunk-token"))],
        ["credentials by an ARN", pull(SECRET)],
        ["credentials by the name of a secret of the region", pull("registry/web")],
        ["credentials that are not known yet", pull(UNKNOWN_PART)],
        ["a file of variables", read({ value: FILE, type: "s3" })],
        ["a file whose name holds a star", read({ value: "arn:aws:s3:::web/a*.env", type: "s3" })],
        ["a file in China", read({ value: "arn:aws-cn:s3:::web/web.env", type: "s3" })],
        ["a file that is not known yet", read({ value: UNKNOWN_PART, type: UNKNOWN_PART })],
    ];
    for (const [name, container] of valid) {
        it(name, () => assert.deepEqual(find(container), []));
    }
});

describe("findInjectionFindings finds", () => {
    const rows: [string, object, string[]][] = [
        [
            "a name three times, once",
            { name: "web", secrets: [named("A"), named("A"), named("A")] },
            [
                "certain web: secrets A  | it stands there more than once, and AWS refuses that: Duplicate secret names found: A. Each secret name must be unique | Take all but one away.",
            ],
        ],
        [
            "a name in environment as well",
            { name: "web", secrets: [named("A")], environment: [{ name: "A", value: "1" }] },
            [
                "certain web: secrets A  | it stands in environment as well, and AWS refuses that: The secret name must be unique and not shared with any new or existing environment variables set on the container, such as 'A' | Take it out of environment.",
            ],
        ],
        [
            "an entry without valueFrom",
            { name: "web", secrets: [{ name: "A" }, named("B")] },
            [`certain web: secrets[0]   | it cannot be read | ${READ_NAMED}`],
        ],
        [
            "a valueFrom that is no text",
            log(named("splunk-token", { arn: SECRET })),
            [
                `certain web: logConfiguration.secretOptions[0]   | it cannot be read | ${READ_NAMED}`,
            ],
        ],
        [
            "an object in place of a list",
            { name: "web", secrets: { A: SECRET } },
            [`certain web: secrets   | it is not an array | ${READ_NAMED}`],
        ],
        [
            "an option's reference",
            log(named("splunk-token", `${SECRET}:token`)),
            [
                `certain web: logConfiguration.secretOptions splunk-token ${SECRET} | the secret ARN carries 1 of the three fields :json-key:version-stage:version-id | Write all three, empty ones as well: \`ARN:json-key::\` for a JSON key alone.`,
            ],
        ],
        [
            "empty credentials",
            pull(""),
            [`${AT_CREDENTIALS}  | credentialsParameter is empty | ${GIVE_A_SECRET}`],
        ],
        [
            "credentials that are no name",
            pull("user name"),
            [`${AT_CREDENTIALS}  | this is no secret's name | ${GIVE_A_SECRET}`],
        ],
        [
            "credentials in a parameter",
            pull("arn:aws:ssm:us-east-1:123456789012:parameter/web"),
            [
                `${AT_CREDENTIALS} arn:aws:ssm:us-east-1:123456789012:parameter/web | this is a parameter, and credentials of a registry are read from Secrets Manager alone | ${GIVE_A_SECRET}`,
            ],
        ],
        [
            "a JSON key of credentials",
            pull(`${SECRET}:web::`),
            [
                `${AT_CREDENTIALS} ${SECRET} | it names a JSON key or a version, and the whole secret is read here | ${GIVE_A_SECRET}`,
            ],
        ],
        [
            "credentials that are no number",
            pull(4711),
            [
                "certain web: repositoryCredentials.credentialsParameter   | it is not a string | Give the ARN of a secret.",
            ],
        ],
        [
            "a file by its address",
            read({ value: "https://web.s3.amazonaws.com/web.env", type: "s3" }),
            [`${AT_FILES}  | it is not the ARN of an object in Amazon S3 | ${WRITE_FILE}`],
        ],
        [
            "a bucket in place of a file",
            read({ value: "arn:aws:s3:::web", type: "s3" }),
            [
                `${AT_FILES} arn:aws:s3:::web | it is not the ARN of an object in Amazon S3 | ${WRITE_FILE}`,
            ],
        ],
        [
            "a file with another ending",
            read({ value: `${FILE}.txt`, type: "s3" }),
            [`${AT_FILES} ${FILE}.txt | it does not end in .env | Name the file so.`],
        ],
        [
            "a placeholder in a file's ARN",
            read({ value: "${bucket.arn}/web.env", type: "s3" }),
            [
                `${AT_FILES}  | it holds a placeholder that nothing filled in | Write a template string in backquotes, with pulumi.interpolate where a part is an Output.`,
            ],
        ],
        [
            "files without a type, once",
            read({ value: FILE }, { value: FILE }),
            [`${AT_FILES}  | a file has a type other than s3 | Give type s3.`],
        ],
        [
            "eleven files",
            read(...Array.from({ length: 11 }, () => ({ value: FILE, type: "s3" }))),
            [
                `${AT_FILES}  | there are 11 of them, and AWS takes 10 | Put the variables into fewer files.`,
            ],
        ],
        [
            "something in a container without a name",
            { secrets: [named("A", "")] },
            [
                "certain without a name: secrets A  | valueFrom is empty | Give a complete Secrets Manager ARN (arn:aws:secretsmanager:REGION:ACCOUNT:secret:NAME-AbCdEf), that ARN with :json-key:version-stage:version-id, an SSM parameter ARN, or a parameter name.",
            ],
        ],
    ];
    for (const [name, container, expected] of rows) {
        it(name, () => assert.deepEqual(find(container), expected));
    }
});
