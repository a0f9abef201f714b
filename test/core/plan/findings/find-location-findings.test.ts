import assert from "node:assert/strict";
import { findLocationFindings, parseValueFrom, type SecretReference } from "../../../../core";
import { LOCATION, parameterArn, secretArn } from "../fixtures";
import type { Told } from "./rows";

const OTHER = "210987654321";
const elsewhere = (arn: string) => arn.replace("123456789012", OTHER);
const PARTITION: Told = [
    "p",
    "is in partition aws-cn, and the service is in aws: nothing is shared between the two",
    "Keep a secret in aws.",
];
const PARAMETER: Told = [
    "p",
    `is a parameter of account ${OTHER}: Amazon ECS reads no parameters that are shared`,
    "Keep it in AWS Secrets Manager there, or in a parameter of this account.",
];
const PARTIAL: Told = [
    "p",
    `is a partial ARN, and the secret is of account ${OTHER}`,
    "Give the complete ARN, with the hyphen and the six characters that AWS appended to the name.",
];
const NO_KEY: Told = [
    "p",
    `is a secret of account ${OTHER}, and its key is not named: the key that AWS manages cannot be used from another account`,
    "Encrypt the secret with a customer managed key, and give its ARN as kmsKeyId.",
];
const china = (arn: string) => arn.replace("arn:aws:", "arn:aws-cn:");
const secret = secretArn("db-AbCdEf");

describe("findLocationFindings", () => {
    const rows: [string, string, boolean, Told[]][] = [
        ["takes a secret of this account", secret, false, []],
        ["takes a partial ARN of this account", secretArn("db"), false, []],
        ["takes a secret of another region", secret.replace("eu-west-1", "eu-west-2"), false, []],
        ["takes a parameter by its name", "/web/db", false, []],
        ["takes a parameter of this account", parameterArn("web/db"), false, []],
        ["takes a secret of another account whose key is named", elsewhere(secret), true, []],
        ["refuses one whose key is not", `${elsewhere(secret)}:key::`, false, [NO_KEY]],
        ["refuses a partial ARN of another account", elsewhere(secretArn("db")), true, [PARTIAL]],
        ["refuses both at once", elsewhere(secretArn("db")), false, [PARTIAL, NO_KEY]],
        [
            "refuses a parameter of another account",
            elsewhere(parameterArn("db")),
            true,
            [PARAMETER],
        ],
        ["refuses a secret of another partition", china(secret), true, [PARTITION]],
        [
            "refuses a parameter of it, once",
            china(elsewhere(parameterArn("db"))),
            false,
            [PARTITION],
        ],
    ];
    for (const [name, valueFrom, hasKey, found] of rows) {
        it(name, () => {
            const reference = parseValueFrom(valueFrom).reference as SecretReference;
            const expected = found.map(([path, reason, remedy]) => ({ path, reason, remedy }));
            const located = { hasKey, location: LOCATION, path: "p" };
            assert.deepEqual(findLocationFindings(reference, located), expected);
        });
    }
});
