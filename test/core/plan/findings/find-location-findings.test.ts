import assert from "node:assert/strict";
import {
    findLocationFindings,
    findRoleLocationFindings,
    parseValueFrom,
    type SecretReference,
} from "../../../../core";
import { KEY_1, LOCATION, parameterArn, secretArn } from "../fixtures";
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

    const KEY_ELSEWHERE: Told = [
        "p",
        "is in region eu-west-1, and its key is said to be in us-east-1: a secret is encrypted with a key of its region",
        "Name the key of that region in kmsKeyId.",
    ];
    const NO_LOOKUP: Told = [
        "p",
        `is a secret of account ${OTHER}, where no key can be looked up by its id or alias`,
        "Give the key's ARN as kmsKeyId.",
    ];
    const far = KEY_1.replace("eu-west-1", "us-east-1");
    const keys: [string, string, string, Told[]][] = [
        ["takes a key of the secret's region", secret, KEY_1, []],
        ["takes a key of any account of it", secret, elsewhere(KEY_1), []],
        ["takes an alias in the own account", secret, "alias/web", []],
        ["refuses a key of another region", secret, far, [KEY_ELSEWHERE]],
        ["refuses it for another account's secret, too", elsewhere(secret), far, [KEY_ELSEWHERE]],
        ["takes the ARN of another account's key", elsewhere(secret), elsewhere(KEY_1), []],
        ["refuses an alias in another account", elsewhere(secret), "alias/web", [NO_LOOKUP]],
        [
            "refuses the ARN of an alias there",
            elsewhere(secret),
            elsewhere("arn:aws:kms:eu-west-1:123456789012:alias/web"),
            [NO_LOOKUP],
        ],
    ];
    for (const [name, valueFrom, kmsKeyId, found] of keys) {
        it(name, () => {
            const reference = parseValueFrom(valueFrom).reference as SecretReference;
            const expected = found.map(([path, reason, remedy]) => ({ path, reason, remedy }));
            const located = { hasKey: true, location: LOCATION, path: "p", kmsKeyId };
            assert.deepEqual(findLocationFindings(reference, located), expected);
        });
    }
});

describe("findRoleLocationFindings", () => {
    const role = "arn:aws:iam::123456789012:role/tasks";
    const refused = {
        path: "p",
        reason: `is a role of account ${OTHER}, and the service is in 123456789012: a role cannot be passed on to another account`,
        remedy: "Give a role of this account.",
    };
    const find = (arn: string) => findRoleLocationFindings(arn, LOCATION, "p");

    it("takes a role of this account", () => assert.deepEqual(find(role), []));
    it("refuses a role of another one", () => {
        assert.deepEqual(find(elsewhere(role)), [refused]);
    });
    it("refuses a role of another partition", () => {
        assert.deepEqual(find(china(elsewhere(role))), [refused]);
    });
    it("leaves what is no ARN to others", () => assert.deepEqual(find("tasks"), []));
});
