import assert from "node:assert/strict";
import { planReaders, type Reader, type SecretUse } from "../../../../core";
import { KEY_1, KEY_2, LOCATION, parameterArn, secretArn } from "../fixtures";

const DB = secretArn("db-AbCdEf");
const ENV_FILE = "arn:aws:s3:::app/web.env";
const use = (
    name: string,
    injected: SecretUse["injected"],
    part: Partial<SecretUse> = {},
): SecretUse => ({ container: "web", target: "secrets", name, injected, ...part });
const secret = (arn: string, part: object = {}, kmsKeyArn?: string): SecretUse["injected"] => ({
    reference: { store: "secretsmanager", arn, ...part },
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
});
const parameter = (name: string, kmsKeyArn?: string): SecretUse["injected"] => ({
    reference: { store: "ssm", name },
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
});
const reader = (name: string, arn: string, statement: string, part: object = {}): Reader => ({
    container: "web",
    target: "secrets",
    name,
    secret: arn,
    statement,
    ...part,
});

describe("planReaders says", () => {
    const rows: [string, SecretUse[], Reader[]][] = [
        ["nothing of nothing", [], []],
        [
            "which secret is read as which variable through which statement",
            [use("DB", secret(DB))],
            [reader("DB", DB, "ReadSecrets")],
        ],
        [
            "which part of a secret is read",
            [
                use("A", secret(DB, { jsonKey: "user", versionStage: "AWSPREVIOUS" })),
                use("B", secret(DB, { jsonKey: "", versionId: "v-1" })),
            ],
            [
                reader("A", DB, "ReadSecrets", { jsonKey: "user", versionStage: "AWSPREVIOUS" }),
                reader("B", DB, "ReadSecrets", { versionId: "v-1" }),
            ],
        ],
        [
            "a partial ARN as it was given",
            [use("DB", secret(secretArn("db")))],
            [reader("DB", secretArn("db"), "ReadSecrets")],
        ],
        [
            "a parameter by its ARN",
            [use("DB", parameter("/web/db", KEY_1))],
            [
                reader("DB", parameterArn("web/db"), "ReadParameters", {
                    decryptStatement: "DecryptParameters",
                }),
            ],
        ],
        [
            "also the secret behind a parameter, which the key is of",
            [use("DB", parameter("/aws/reference/secretsmanager/db", KEY_1))],
            [
                reader("DB", secretArn("db-??????"), "ReadSecrets", {
                    decryptStatement: "DecryptSecrets",
                }),
                reader("DB", parameterArn("aws/reference/secretsmanager/db"), "ReadParameters"),
            ],
        ],
        [
            "by which of several keys of a store something is decrypted",
            [
                use("B", secret(secretArn("b-AbCdEf"), {}, KEY_2)),
                use("A", secret(secretArn("a-AbCdEf"), {}, KEY_1)),
                use("C", parameter("/c", KEY_2)),
            ],
            [
                reader("A", secretArn("a-AbCdEf"), "ReadSecrets", {
                    decryptStatement: "DecryptSecrets1",
                }),
                reader("B", secretArn("b-AbCdEf"), "ReadSecrets", {
                    decryptStatement: "DecryptSecrets2",
                }),
                reader("C", parameterArn("c"), "ReadParameters", {
                    decryptStatement: "DecryptParameters",
                }),
            ],
        ],
        [
            "an environment file by the ARN of its object",
            [use("0", { arn: ENV_FILE, kmsKeyArn: KEY_1 }, { target: "environmentFiles" })],
            [
                reader("0", ENV_FILE, "ReadEnvironmentFiles", {
                    target: "environmentFiles",
                    decryptStatement: "DecryptEnvironmentFiles",
                }),
            ],
        ],
        [
            "all in the order of container, place and name; what is of no container first",
            [
                use("B", secret(DB), { container: "b" }),
                use("Z", secret(DB), { container: "a", target: "secrets" }),
                use("token", secret(DB), { container: "a", target: "secretOptions" }),
                use("A", secret(DB), { container: "a", target: "secrets" }),
                { target: "serviceConnect", name: "token", injected: secret(DB) },
            ],
            [
                { target: "serviceConnect", name: "token", secret: DB, statement: "ReadSecrets" },
                reader("token", DB, "ReadSecrets", { container: "a", target: "secretOptions" }),
                reader("A", DB, "ReadSecrets", { container: "a" }),
                reader("Z", DB, "ReadSecrets", { container: "a" }),
                reader("B", DB, "ReadSecrets", { container: "b" }),
            ],
        ],
        [
            "what is read at one place in the order of secret, key, stage, version and Sid",
            [
                use("X", secret(DB, {}, KEY_2)),
                use("X", secret(DB, {}, KEY_1)),
                use("X", secret(DB, { versionId: "2" })),
                use("X", secret(DB, { versionId: "1" })),
                use("X", secret(DB, { versionStage: "B" })),
                use("X", secret(DB, { versionStage: "A" })),
                use("X", secret(DB, { jsonKey: "b" })),
                use("X", secret(DB, { jsonKey: "a", versionStage: "C" })),
                use("X", secret(secretArn("a-AbCdEf"), { jsonKey: "z" })),
            ],
            [
                reader("X", secretArn("a-AbCdEf"), "ReadSecrets", { jsonKey: "z" }),
                reader("X", DB, "ReadSecrets", { decryptStatement: "DecryptSecrets1" }),
                reader("X", DB, "ReadSecrets", { decryptStatement: "DecryptSecrets2" }),
                reader("X", DB, "ReadSecrets", { versionId: "1" }),
                reader("X", DB, "ReadSecrets", { versionId: "2" }),
                reader("X", DB, "ReadSecrets", { versionStage: "A" }),
                reader("X", DB, "ReadSecrets", { versionStage: "B" }),
                reader("X", DB, "ReadSecrets", { jsonKey: "a", versionStage: "C" }),
                reader("X", DB, "ReadSecrets", { jsonKey: "b" }),
            ],
        ],
    ];
    for (const [name, uses, expected] of rows) {
        it(name, () => {
            assert.deepEqual(planReaders(uses, LOCATION), expected);
            assert.deepEqual(planReaders([...uses].reverse(), LOCATION), expected);
        });
    }
});
