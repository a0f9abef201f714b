import assert from "node:assert/strict";
import { Alias, Key } from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import type { KeyArgs } from "../../components";
import { inputsOf, recordClean } from "../support/recorded";
import {
    apiService,
    arnOf,
    decryptParameters,
    decryptSecrets,
    readParameters,
    readSecrets,
    statementsOf,
} from "./api";

const ID = "00000000-0000-4000-8000-000000000001";
const KEY = arnOf("kms", `key/${ID}`);
const OWN = arnOf("kms", "key/00000000-0000-4000-8000-6b6579ffffff");
const SECRET = arnOf("secretsmanager", "secret:api-secret-secret-0a1b2c3-AbCdEf");
const PARAMETER = arnOf("ssm", "parameter/db");
const FILE = "arn:aws:s3:::made-up-bucket/web.env";

interface Row {
    readonly name: string;
    readonly make: () => KeyArgs;
    readonly keyArn: string;
    readonly lookups: number;
}

const ROWS: Row[] = [
    { name: "by its ARN, which is not looked up", make: () => KEY, keyArn: KEY, lookups: 0 },
    {
        name: "by its ARN in an Output",
        make: () => pulumi.output(KEY),
        keyArn: KEY,
        lookups: 0,
    },
    { name: "by its id", make: () => ID, keyArn: KEY, lookups: 1 },
    { name: "by its id in an Output", make: () => pulumi.output(ID), keyArn: KEY, lookups: 1 },
    { name: "by the name of an alias", make: () => `alias/${ID}`, keyArn: KEY, lookups: 1 },
    {
        name: "by the ARN of an alias",
        make: () => arnOf("kms", `alias/${ID}`),
        keyArn: KEY,
        lookups: 1,
    },
    {
        name: "as a resource",
        make: () => new Key("key", {}),
        keyArn: OWN,
        lookups: 0,
    },
    {
        name: "as the ARN of a resource",
        make: () => new Key("key", {}).arn,
        keyArn: OWN,
        lookups: 0,
    },
    {
        name: "as the id of a resource",
        make: () => new Key("key", {}).keyId,
        keyArn: OWN,
        lookups: 1,
    },
    {
        name: "as an alias that is a resource",
        make: () => new Alias("alias", { targetKeyId: ID }),
        keyArn: KEY,
        lookups: 0,
    },
];

describe("a key, of secret, parameter, environment file and log group, is named", () => {
    for (const { name, make, keyArn, lookups } of ROWS) {
        it(name, async () => {
            const recording = await recordClean(() => {
                const kmsKeyId = make();
                const secrets = {
                    secret: { value: "made-up-value", kmsKeyId },
                    parameter: { store: "ssm", name: "/db", value: "made-up-value", kmsKeyId },
                } as const;
                return apiService(
                    {
                        secrets: { A: { secret: "secret" }, B: { secret: "parameter" } },
                        environmentFiles: [{ value: FILE, kmsKeyId }],
                        logConfiguration: { logDriver: "awslogs" },
                    },
                    { secrets, logGroup: { kmsKeyId } },
                );
            });
            assert.equal(inputsOf(recording, "api-secret-secret").kmsKeyId, keyArn);
            assert.equal(inputsOf(recording, "api-secret-parameter").keyId, keyArn);
            assert.equal(inputsOf(recording, "api-logs").kmsKeyId, keyArn);
            assert.deepEqual(statementsOf(recording), [
                readSecrets(SECRET),
                decryptSecrets(keyArn, [SECRET]),
                readParameters(PARAMETER),
                decryptParameters(keyArn, [PARAMETER]),
                {
                    Sid: "ReadEnvironmentFiles",
                    Effect: "Allow",
                    Action: "s3:GetObject",
                    Resource: [FILE],
                },
                {
                    Sid: "LocateEnvironmentFiles",
                    Effect: "Allow",
                    Action: "s3:GetBucketLocation",
                    Resource: ["arn:aws:s3:::made-up-bucket"],
                },
                {
                    Sid: "DecryptEnvironmentFiles",
                    Effect: "Allow",
                    Action: "kms:Decrypt",
                    Resource: [keyArn],
                    Condition: {
                        StringEquals: {
                            "kms:ViaService": ["s3.us-east-1.amazonaws.com"],
                            "kms:EncryptionContext:aws:s3:arn": [
                                "arn:aws:s3:::made-up-bucket",
                                FILE,
                            ],
                        },
                    },
                },
            ]);
            const asked = recording.calls.filter(({ token }) => token.endsWith("getKey"));
            const distinct = new Set(asked.map(({ inputs }) => JSON.stringify(inputs)));
            assert.equal(distinct.size, lookups);
        });
    }

    it("by an alias that is looked up in the region where the component is", async () => {
        const { calls } = await recordClean(() =>
            apiService(
                { secrets: { A: { secret: "a" } } },
                { secrets: { a: { value: "made-up-value", kmsKeyId: `alias/${ID}` } } },
            ),
        );
        const asked = calls.filter(({ token }) => token.endsWith("getKey"));
        assert.deepEqual(
            asked.map(({ inputs }) => inputs),
            [{ keyId: `alias/${ID}` }],
        );
    });
});
