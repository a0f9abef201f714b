import assert from "node:assert/strict";
import type { SecretReference } from "../../../../core";
import {
    IDLE_PATTERN,
    MAX_PATTERN_LENGTH,
    planRotationPatterns,
} from "../../../../core/plan/rotation";
import { LOCATION, parameterArn, secretArn } from "../fixtures";

const secret = (name: string, versionStage?: string, jsonKey?: string): SecretReference => ({
    store: "secretsmanager",
    arn: secretArn(name),
    ...(versionStage !== undefined && { versionStage }),
    ...(jsonKey !== undefined && { jsonKey }),
});
const parameter = (name: string, arn?: string): SecretReference => ({
    store: "ssm",
    name,
    ...(arn !== undefined && { arn }),
});
const plan = (references: SecretReference[], count: number) =>
    planRotationPatterns(references, LOCATION, count);

const ofSecrets = (resources: unknown[], label = "AWSCURRENT") =>
    `{"detail":{"labelUpdated":["${label}"]},"detail-type":["Secret Label Updated"],` +
    `"resources":${JSON.stringify(resources)},"source":["aws.secretsmanager"]}`;
const ofParameters = (names: string[]) =>
    `{"detail":{"name":${JSON.stringify(names)},"operation":["Update"]},` +
    `"detail-type":["Parameter Store Change"],"source":["aws.ssm"]}`;
const starting = (name: string) => ({ prefix: secretArn(`${name}-`) });
const whole = (name: string) => secretArn(name);

describe("planRotationPatterns listens for", () => {
    const rows: [string, SecretReference[], string[]][] = [
        ["nothing, where nothing is injected", [], []],
        ["a secret, by its complete ARN", [secret("db-AbCdEf")], [ofSecrets([whole("db-AbCdEf")])]],
        [
            "a partial ARN, by what the ARN begins with",
            [secret("db")],
            [ofSecrets([starting("db")])],
        ],
        [
            "an ARN with the pattern for AWS's characters, by what it begins with",
            [secret("db-??????")],
            [ofSecrets([starting("db")])],
        ],
        [
            "a secret once, whatever JSON keys are injected",
            [secret("db-AbCdEf", undefined, "user"), secret("db-AbCdEf", undefined, "password")],
            [ofSecrets([whole("db-AbCdEf")])],
        ],
        [
            "several secrets in one pattern, sorted",
            [secret("z-AbCdEf"), secret("longer-AbCdEf"), secret("a-AbCdEf")],
            [ofSecrets([whole("a-AbCdEf"), whole("longer-AbCdEf"), whole("z-AbCdEf")])],
        ],
        [
            "a label of one's own, apart from AWSCURRENT",
            [
                secret("db-AbCdEf", "live"),
                secret("api-AbCdEf", "AWSCURRENT"),
                secret("x-AbCdEf", ""),
            ],
            [
                ofSecrets([whole("api-AbCdEf"), whole("x-AbCdEf")]),
                ofSecrets([whole("db-AbCdEf")], "live"),
            ],
        ],
        [
            "AWSCURRENT where AWSPREVIOUS is injected, which moves with it and tells nothing",
            [secret("db-AbCdEf", "AWSPREVIOUS"), secret("db-AbCdEf")],
            [ofSecrets([whole("db-AbCdEf")])],
        ],
        [
            "a complete ARN not beside a partial one that covers it",
            [secret("db-AbCdEf"), secret("db"), secret("db-replica"), secret("dbx-AbCdEf")],
            [ofSecrets([whole("dbx-AbCdEf"), starting("db")])],
        ],
        [
            "a complete ARN under one label beside a partial one under another",
            [secret("db-AbCdEf", "live"), secret("db")],
            [ofSecrets([starting("db")]), ofSecrets([whole("db-AbCdEf")], "live")],
        ],
        ["a parameter, by its name as it is", [parameter("/web/db")], [ofParameters(["/web/db"])]],
        ["a parameter without a slash", [parameter("db")], [ofParameters(["db"])]],
        [
            "a parameter once that is named by name and by ARN",
            [parameter("/web/db"), parameter("/web/db", parameterArn("web/db"))],
            [ofParameters(["/web/db"])],
        ],
        [
            "both names that a parameter can have whose ARN has one level",
            [parameter("db", parameterArn("db"))],
            [ofParameters(["/db", "db"])],
        ],
        [
            "the secret that is read through Parameter Store",
            [parameter("/aws/reference/secretsmanager/web/db")],
            [ofSecrets([starting("web/db")])],
        ],
        [
            "each store in a pattern of its own",
            [parameter("/web/db"), secret("db-AbCdEf")],
            [ofSecrets([whole("db-AbCdEf")]), ofParameters(["/web/db"])],
        ],
    ];
    for (const [name, references, expected] of rows) {
        it(name, () => {
            assert.deepEqual(plan(references, expected.length), expected);
            assert.deepEqual(plan([...references].reverse(), expected.length), expected);
        });
    }
});

describe("planRotationPatterns, with more rules than it needs,", () => {
    it("spreads the secrets, the longest first", () => {
        const references = ["cccccc-AbCdEf", "aa-AbCdEf", "b-AbCdEf"].map((name) => secret(name));
        assert.deepEqual(plan(references, 2), [
            ofSecrets([whole("aa-AbCdEf")]),
            ofSecrets([whole("b-AbCdEf"), whole("cccccc-AbCdEf")]),
        ]);
    });

    it("gives each rule to the kind of event that has the most for one", () => {
        const references = [
            ...["a-AbCdEf", "b-AbCdEf", "c-AbCdEf"].map((name) => secret(name)),
            ...["/d", "/e", "/f", "/g"].map((name) => parameter(name)),
        ];
        assert.deepEqual(plan(references, 4), [
            ofSecrets([whole("a-AbCdEf"), whole("c-AbCdEf")]),
            ofSecrets([whole("b-AbCdEf")]),
            ofParameters(["/d", "/f"]),
            ofParameters(["/e", "/g"]),
        ]);
    });

    it("leaves rules idle before it puts a secret into two", () => {
        assert.deepEqual(plan([secret("db-AbCdEf")], 3), [
            ofSecrets([whole("db-AbCdEf")]),
            IDLE_PATTERN,
            IDLE_PATTERN,
        ]);
        assert.equal(IDLE_PATTERN, ofSecrets(["none"]));
    });

    it("leaves all rules idle where nothing is injected", () => {
        assert.deepEqual(plan([], 1), [IDLE_PATTERN]);
    });
});

describe("planRotationPatterns, at the quota of a pattern,", () => {
    const room = MAX_PATTERN_LENGTH - ofParameters([]).length;
    const filled = (count: number, length: number) => [
        parameter(`/${"a".repeat(length - 3)}`),
        ...Array.from({ length: count - 1 }, (_, index) => parameter(`/${index}`)),
    ];
    // Eleven names of two characters in quotes, each after a comma.
    const longest = room - 10 * '"/0",'.length;

    it("fills a pattern to the last character", () => {
        const [only, ...others] = plan(filled(11, longest), 0);
        assert.equal(only.length, MAX_PATTERN_LENGTH);
        assert.deepEqual(others, []);
    });

    it("takes another pattern for one character more", () => {
        const lengths = plan(filled(11, longest + 1), 0).map(({ length }) => length);
        assert.equal(lengths.length, 2);
        assert.ok(lengths.every((length) => length <= MAX_PATTERN_LENGTH));
    });

    it("gives what does not fit a pattern of its own", () => {
        const patterns = plan([parameter(`/${"a".repeat(2_100)}`), parameter("/b")], 0);
        assert.deepEqual(patterns, [ofParameters([`/${"a".repeat(2_100)}`]), ofParameters(["/b"])]);
    });
});
