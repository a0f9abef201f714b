import assert from "node:assert/strict";
import {
    assumeArnLength,
    ASSUMED_KEY_ARN_LENGTH,
    estimatePolicySize,
    planExecutionRolePolicy,
    policySize,
    type EstimatedResource,
    type InjectedSecret,
} from "../../../../core";
import { KEY_1, KEY_2, LOCATION, parameterArn, secretArn } from "../fixtures";
import { measureResources } from "./measure-resources";

const DB = secretArn("db-AbCdEf");
const secret = (arn: string, kmsKeyArn?: string, jsonKey?: string): InjectedSecret => ({
    reference: { store: "secretsmanager", arn, ...(jsonKey !== undefined && { jsonKey }) },
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
});
const key = (arn: string) => ({ arnLength: arn.length, id: arn });

describe("measureResources measures", () => {
    const rows: [string, InjectedSecret[], EstimatedResource[]][] = [
        ["nothing of nothing", [], []],
        [
            "the ARN of a secret once, whatever JSON keys are injected",
            [secret(DB, undefined, "user"), secret(DB, undefined, "password")],
            [{ store: "secretsmanager", arnLength: DB.length }],
        ],
        [
            "a partial ARN with its pattern",
            [secret(secretArn("db"))],
            [{ store: "secretsmanager", arnLength: DB.length }],
        ],
        [
            "a parameter by its ARN, and its key",
            [{ reference: { store: "ssm", name: "/web/db" }, kmsKeyArn: KEY_1 }],
            [{ store: "ssm", arnLength: parameterArn("web/db").length, key: key(KEY_1) }],
        ],
        [
            "what one secret has under each of its keys",
            [secret(DB, KEY_1), secret(DB, KEY_2), secret(DB)],
            [
                { store: "secretsmanager", arnLength: DB.length, key: key(KEY_1) },
                { store: "secretsmanager", arnLength: DB.length, key: key(KEY_2) },
                { store: "secretsmanager", arnLength: DB.length },
            ],
        ],
        [
            "the secret behind a parameter",
            [{ reference: { store: "ssm", name: "/aws/reference/secretsmanager/db" } }],
            [
                {
                    store: "ssm",
                    arnLength: parameterArn("aws/reference/secretsmanager/db").length,
                },
                { store: "secretsmanager", arnLength: DB.length },
            ],
        ],
    ];
    for (const [name, secrets, expected] of rows) {
        it(name, () => assert.deepEqual(measureResources(secrets, LOCATION), expected));
    }

    it("the key of an object as it is written: escaped, in JSON", () => {
        const files = [{ arn: 'arn:aws:s3:::app/"*".env' }];
        const written = 'arn:aws:s3:::app/\\"${*}\\".env';
        assert.deepEqual(measureResources([], LOCATION, files), [
            { store: "s3", arnLength: written.length },
        ]);
    });
});

describe("estimatePolicySize is", () => {
    const one = { store: "secretsmanager", arnLength: DB.length } as const;
    const ofKey = (id?: string): EstimatedResource => ({
        ...one,
        key: { arnLength: KEY_1.length, ...(id !== undefined && { id }) },
    });
    const size = policySize(planExecutionRolePolicy([secret(DB)], LOCATION));

    it("the size of the frame for nothing", () => {
        assert.equal(estimatePolicySize([]), policySize(planExecutionRolePolicy([], LOCATION)));
    });

    it("the very size where no key is used", () => {
        assert.equal(estimatePolicySize([one]), size);
        assert.equal(estimatePolicySize([one, one]), size + DB.length + 3);
    });

    it("a statement more for each key that is not the same for certain", () => {
        const perSecret = 2 * (DB.length + 3);
        const alone = estimatePolicySize([ofKey("a")]);
        assert.equal(estimatePolicySize([ofKey()]), alone);
        assert.equal(estimatePolicySize([ofKey("a"), ofKey("a")]), alone + perSecret);
        const apart = estimatePolicySize([ofKey("a"), ofKey("b")]);
        // A statement and its comma as for the first key, and a digit after the Sid of each.
        const statement = alone - estimatePolicySize([one]);
        assert.equal(apart, alone + perSecret / 2 + statement + 2);
        assert.equal(estimatePolicySize([ofKey(), ofKey()]), apart);
    });

    it("enough for files that have each a bucket with a name nearly as long as their own", () => {
        const files = ["a", "b", "c", "d", "e"].map((letter) => ({
            arn: `arn:aws:s3:::${letter.repeat(63)}/.env`,
            kmsKeyArn: KEY_1,
        }));
        const planned = policySize(planExecutionRolePolicy([], LOCATION, files));
        assert.ok(estimatePolicySize(measureResources([], LOCATION, files)) >= planned);
    });

    it("made with the longer of two ARNs that are said of one key", () => {
        const longer = { ...one, key: { arnLength: KEY_1.length + 5, id: "a" } };
        assert.equal(
            estimatePolicySize([ofKey("a"), longer]),
            estimatePolicySize([ofKey("a"), ofKey("a")]) + 5,
        );
    });
});

describe("assumeArnLength", () => {
    // No region is longer than 16 characters; the longest today has 14.
    const region = "us-gov-west-10-x";
    const prefix = (service: string) => `arn:aws-us-gov:${service}:${region}:123456789012`;
    const rows: [string, number, string][] = [
        [
            "a secret",
            assumeArnLength("secretsmanager", 2),
            `${prefix("secretsmanager")}:secret:db-AbCdEf`,
        ],
        ["a parameter", assumeArnLength("ssm", 6), `${prefix("ssm")}:parameter/web/db`],
        ["an object", assumeArnLength("s3", 11), "arn:aws-us-gov:s3:::app/web.env"],
        ["a key", ASSUMED_KEY_ARN_LENGTH, `${prefix("kms")}:key/mrk-${"0".repeat(32)}`],
    ];
    for (const [name, length, longest] of rows) {
        it(`is that of ${name} in the longest partition and region`, () => {
            assert.equal(length, longest.length);
        });
    }
});
