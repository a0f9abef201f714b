import assert from "node:assert/strict";
import {
    bucketArn,
    evaluateIdentity,
    parseNamedPolicy,
    planExecutionRolePolicy,
    type EnvironmentFile,
} from "../../../../core";
import { KEY_1, KEY_2, LOCATION, secretArn } from "../fixtures";

const object = (path: string) => `arn:aws:s3:::${path}`;
const file = (path: string, kmsKeyArn?: string): EnvironmentFile => ({
    arn: object(path),
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
});
const allow = (Sid: string, Action: string, paths: string[]) => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource: paths.map(object),
});
const read = (...paths: string[]) => allow("ReadEnvironmentFiles", "s3:GetObject", paths);
const locate = (...paths: string[]) =>
    allow("LocateEnvironmentFiles", "s3:GetBucketLocation", paths);
const decrypt = (Sid: string, key: string, paths: string[], region = "eu-west-1") => ({
    Sid,
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: [key],
    Condition: {
        StringEquals: {
            "kms:ViaService": [`s3.${region}.amazonaws.com`],
            "kms:EncryptionContext:aws:s3:arn": paths.map(object),
        },
    },
});

describe("planExecutionRolePolicy of environment files allows", () => {
    const rows: [string, EnvironmentFile[], object[]][] = [
        ["nothing for none", [], []],
        [
            "reading a file and locating its bucket",
            [file("app/web.env")],
            [read("app/web.env"), locate("app")],
        ],
        [
            "each file and each bucket once, sorted",
            [file("b/web.env"), file("a/x/2.env"), file("a/1.env"), file("b/web.env")],
            [read("a/1.env", "a/x/2.env", "b/web.env"), locate("a", "b")],
        ],
        [
            "decrypting for the file, and for the bucket as bucket keys have it",
            [file("app/web.env", KEY_1), file("plain/web.env")],
            [
                read("app/web.env", "plain/web.env"),
                locate("app", "plain"),
                decrypt("DecryptEnvironmentFiles", KEY_1, ["app", "app/web.env"]),
            ],
        ],
        [
            "decrypting with each key for its own files",
            [file("b/2.env", KEY_2), file("a/1.env", KEY_1)],
            [
                read("a/1.env", "b/2.env"),
                locate("a", "b"),
                decrypt("DecryptEnvironmentFiles1", KEY_1, ["a", "a/1.env"]),
                decrypt("DecryptEnvironmentFiles2", KEY_2, ["b", "b/2.env"]),
            ],
        ],
        [
            "decrypting in the region of the key",
            [file("app/web.env", KEY_1.replace("eu-west-1", "us-east-1"))],
            [
                read("app/web.env"),
                locate("app"),
                decrypt(
                    "DecryptEnvironmentFiles",
                    KEY_1.replace("eu-west-1", "us-east-1"),
                    ["app", "app/web.env"],
                    "us-east-1",
                ),
            ],
        ],
        [
            "nothing wider for what names no object, and looks like a pattern",
            [file("*")],
            [read("${*}"), locate("${*}")],
        ],
        [
            "nothing wider for a key of an object that looks like a pattern",
            [file("app/*-?${a}$.env", KEY_1)],
            [
                read("app/${*}-${?}${$}{a}$.env"),
                locate("app"),
                decrypt("DecryptEnvironmentFiles", KEY_1, ["app", "app/*-?${$}{a}$.env"]),
            ],
        ],
    ];
    for (const [name, files, Statement] of rows) {
        it(name, () => {
            const expected = { Version: "2012-10-17", Statement };
            assert.deepEqual(planExecutionRolePolicy([], LOCATION, files), expected);
        });
    }

    it("its rights after those of the secrets", () => {
        const secrets = [
            { reference: { store: "secretsmanager", arn: secretArn("db-AbCdEf") } as const },
        ];
        const { Statement } = planExecutionRolePolicy(secrets, LOCATION, [file("app/web.env")]);
        assert.deepEqual(
            Statement.map(({ Sid }) => Sid),
            ["ReadSecrets", "ReadEnvironmentFiles", "LocateEnvironmentFiles"],
        );
    });

    it("exactly the object whose key looks like a pattern", () => {
        const odd = "app/*-?${a}$.env";
        const planned = planExecutionRolePolicy([], LOCATION, [file(odd)]);
        const policy = parseNamedPolicy("policy", planned);
        const answer = (path: string) =>
            evaluateIdentity({ action: "s3:GetObject", resource: object(path), context: {} }, [
                policy,
            ]).answer;
        assert.equal(answer(odd), "allowed");
        assert.equal(answer("app/x-y${a}$.env"), "denied");
    });
});

describe("bucketArn", () => {
    const rows: [string, string, string][] = [
        ["is the part before the first slash", object("app/x/web.env"), object("app")],
        [
            "is in the object's partition",
            "arn:aws-us-gov:s3:::app/web.env",
            "arn:aws-us-gov:s3:::app",
        ],
        ["is the bucket's own for a bucket", object("app"), object("app")],
        ["is what was given for what is no ARN", "app/web.env", "app/web.env"],
    ];
    for (const [name, arn, expected] of rows) {
        it(name, () => assert.equal(bucketArn(arn), expected));
    }
});
