import assert from "node:assert/strict";
import {
    planExecutionRolePolicy,
    taskExecutionManagedPolicyArn,
    type InjectedSecret,
} from "../../../../core";
import { KEY_1, KEY_2, LOCATION, parameterArn, secretArn } from "../fixtures";

const secret = (name: string, kmsKeyArn?: string, jsonKey?: string): InjectedSecret => ({
    reference: {
        store: "secretsmanager",
        arn: secretArn(name),
        ...(jsonKey !== undefined && { jsonKey }),
    },
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
});
const parameter = (name: string, kmsKeyArn?: string): InjectedSecret => ({
    reference: { store: "ssm", name },
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
});
const readSecrets = (...names: string[]) => ({
    Sid: "ReadSecrets",
    Effect: "Allow",
    Action: "secretsmanager:GetSecretValue",
    Resource: names.map(secretArn),
});
const readParameters = (...paths: string[]) => ({
    Sid: "ReadParameters",
    Effect: "Allow",
    Action: "ssm:GetParameters",
    Resource: paths.map(parameterArn),
});
const decrypt = (Sid: string, key: string, Condition: object) => ({
    Sid,
    Effect: "Allow",
    Action: "kms:Decrypt",
    Resource: [key],
    Condition,
});
const viaSecrets = { "kms:ViaService": ["secretsmanager.eu-west-1.amazonaws.com"] };
const ofSecrets = (...names: string[]) => ({
    "kms:EncryptionContext:SecretARN": names.map(secretArn),
});

describe("planExecutionRolePolicy allows", () => {
    const rows: [string, InjectedSecret[], object[]][] = [
        ["nothing for nothing", [], []],
        ["reading a secret", [secret("db-AbCdEf")], [readSecrets("db-AbCdEf")]],
        ["reading a parameter", [parameter("/web/db")], [readParameters("web/db")]],
        [
            "reading each secret once, sorted, whatever JSON keys are injected",
            [
                secret("z-AbCdEf"),
                secret("a-AbCdEf", undefined, "user"),
                secret("a-AbCdEf", undefined, "password"),
            ],
            [readSecrets("a-AbCdEf", "z-AbCdEf")],
        ],
        [
            "reading a parameter once that is named by name and by ARN",
            [
                parameter("/web/db"),
                { reference: { store: "ssm", name: "/web/db", arn: parameterArn("web/db") } },
            ],
            [readParameters("web/db")],
        ],
        [
            "reading a secret behind a parameter too",
            [parameter("/aws/reference/secretsmanager/db")],
            [readSecrets("db-??????"), readParameters("aws/reference/secretsmanager/db")],
        ],
        [
            "decrypting a secret behind a parameter, through its own store: the key is its own",
            [parameter("/aws/reference/secretsmanager/db", KEY_1)],
            [
                readSecrets("db-??????"),
                decrypt("DecryptSecrets", KEY_1, {
                    StringEquals: viaSecrets,
                    StringLike: ofSecrets("db-??????"),
                }),
                readParameters("aws/reference/secretsmanager/db"),
            ],
        ],
        [
            "by its pattern alone a secret that is named by its partial and its complete ARN",
            [secret("db-AbCdEf"), secret("db"), secret("db-two-AbCdEf")],
            [readSecrets("db-??????", "db-two-AbCdEf")],
        ],
        [
            "a parameter that is named as if AWS had named it",
            [parameter("db-AbCdEf")],
            [readParameters("db-AbCdEf")],
        ],
        [
            "decrypting a secret, through its store and for it alone",
            [secret("db-AbCdEf", KEY_1), secret("other-AbCdEf")],
            [
                readSecrets("db-AbCdEf", "other-AbCdEf"),
                decrypt("DecryptSecrets", KEY_1, {
                    StringEquals: { ...viaSecrets, ...ofSecrets("db-AbCdEf") },
                }),
            ],
        ],
        [
            "decrypting a partial ARN by its pattern",
            [secret("db", KEY_1)],
            [
                readSecrets("db-??????"),
                decrypt("DecryptSecrets", KEY_1, {
                    StringEquals: viaSecrets,
                    StringLike: ofSecrets("db-??????"),
                }),
            ],
        ],
        [
            "decrypting with each key for its own secrets, in the order of the keys",
            [secret("b-AbCdEf", KEY_2), secret("c-AbCdEf", KEY_1), secret("a-AbCdEf", KEY_1)],
            [
                readSecrets("a-AbCdEf", "b-AbCdEf", "c-AbCdEf"),
                decrypt("DecryptSecrets1", KEY_1, {
                    StringEquals: { ...viaSecrets, ...ofSecrets("a-AbCdEf", "c-AbCdEf") },
                }),
                decrypt("DecryptSecrets2", KEY_2, {
                    StringEquals: { ...viaSecrets, ...ofSecrets("b-AbCdEf") },
                }),
            ],
        ],
        [
            "both stores with one key, each through itself alone",
            [parameter("/web/db", KEY_1), secret("db-AbCdEf", KEY_1)],
            [
                readSecrets("db-AbCdEf"),
                decrypt("DecryptSecrets", KEY_1, {
                    StringEquals: { ...viaSecrets, ...ofSecrets("db-AbCdEf") },
                }),
                readParameters("web/db"),
                decrypt("DecryptParameters", KEY_1, {
                    StringEquals: {
                        "kms:ViaService": ["ssm.eu-west-1.amazonaws.com"],
                        "kms:EncryptionContext:PARAMETER_ARN": [parameterArn("web/db")],
                    },
                }),
            ],
        ],
    ];
    for (const [name, secrets, Statement] of rows) {
        it(name, () => {
            const expected = { Version: "2012-10-17", Statement };
            assert.deepEqual(planExecutionRolePolicy(secrets, LOCATION), expected);
        });
    }
});

describe("taskExecutionManagedPolicyArn", () => {
    for (const partition of ["aws", "aws-cn", "aws-us-gov"]) {
        it(`is in the partition ${partition}`, () => {
            const path = "iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
            assert.equal(taskExecutionManagedPolicyArn(partition), `arn:${partition}:${path}`);
        });
    }
});
