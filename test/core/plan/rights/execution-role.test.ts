import assert from "node:assert/strict";
import {
    planExecutionRolePolicy,
    planTrustPolicy,
    taskExecutionManagedPolicyArn,
    viaServices,
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

describe("viaServices", () => {
    it("takes the region from the key, which is where the secret is", () => {
        const key = KEY_1.replace("eu-west-1", "us-east-1");
        assert.deepEqual(viaServices("ssm", key, LOCATION), ["ssm.us-east-1.amazonaws.com"]);
    });

    it("takes the region of the location where the key is not known", () => {
        assert.deepEqual(viaServices("ssm", "", LOCATION), ["ssm.eu-west-1.amazonaws.com"]);
    });

    it("allows China's own suffix beside the one that is documented", () => {
        const china = { ...LOCATION, partition: "aws-cn", region: "cn-north-1" };
        const key = "arn:aws-cn:kms:cn-north-1:123456789012:key/1";
        assert.deepEqual(viaServices("secretsmanager", key, china), [
            "secretsmanager.cn-north-1.amazonaws.com",
            "secretsmanager.cn-north-1.amazonaws.com.cn",
        ]);
    });
});

describe("planTrustPolicy", () => {
    it("trusts Amazon ECS tasks of the account, and nobody else", () => {
        assert.deepEqual(planTrustPolicy("123456789012"), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "ecs-tasks.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
                },
            ],
        });
    });
});

describe("taskExecutionManagedPolicyArn", () => {
    for (const partition of ["aws", "aws-cn", "aws-us-gov"]) {
        it(`is in the partition ${partition}`, () => {
            const path = "iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
            assert.equal(taskExecutionManagedPolicyArn(partition), `arn:${partition}:${path}`);
        });
    }
});
