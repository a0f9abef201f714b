import assert from "node:assert/strict";
import {
    planCrossAccountPolicies,
    type CrossAccountPolicies,
    type InjectedSecret,
} from "../../../../core";
import { KEY_1, KEY_2, LOCATION, secretArn } from "../fixtures";

const ROLE = "arn:aws:iam::123456789012:role/web-execution-role";
const foreign = (arn: string) => arn.replace("123456789012", "210987654321");
const KEY = foreign(KEY_1);
const secret = (arn: string, kmsKeyArn?: string, part: object = {}): InjectedSecret => ({
    reference: { store: "secretsmanager", arn, ...part },
    ...(kmsKeyArn !== undefined && { kmsKeyArn }),
});
const DB = foreign(secretArn("db-AbCdEf"));
const readable = (arn: string, part: object = {}): CrossAccountPolicies => ({
    secret: arn,
    secretPolicy: {
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { AWS: ROLE },
                Action: "secretsmanager:GetSecretValue",
                Resource: "*",
            },
        ],
    },
    ...part,
});
const decryptable = (kmsKeyArn: string, ...services: string[]) => ({
    kmsKeyArn,
    keyPolicyStatement: {
        Effect: "Allow",
        Principal: { AWS: ROLE },
        Action: ["kms:Decrypt", "kms:DescribeKey"],
        Resource: "*",
        Condition: { StringEquals: { "kms:ViaService": services } },
    },
});
const IRELAND = "secretsmanager.eu-west-1.amazonaws.com";

describe("planCrossAccountPolicies puts out", () => {
    const rows: [string, InjectedSecret[], CrossAccountPolicies[]][] = [
        ["nothing for nothing", [], []],
        ["nothing for a secret of the own account", [secret(secretArn("db-AbCdEf"), KEY_1)], []],
        [
            "nothing for a parameter, for Amazon ECS injects none of another account",
            [
                {
                    reference: {
                        store: "ssm",
                        name: "/db",
                        arn: "arn:aws:ssm:eu-west-1:210987654321:parameter/db",
                    },
                    kmsKeyArn: KEY,
                },
            ],
            [],
        ],
        ["nothing for what is no ARN", [secret("db")], []],
        ["the policy of the secret alone where no key is known", [secret(DB)], [readable(DB)]],
        [
            "the statement for the key beside the policy of the secret",
            [secret(DB, KEY)],
            [readable(DB, decryptable(KEY, IRELAND))],
        ],
        [
            "the service of the secret's own region",
            [secret(DB.replace("eu-west-1", "us-east-1"), KEY)],
            [
                readable(
                    DB.replace("eu-west-1", "us-east-1"),
                    decryptable(KEY, "secretsmanager.us-east-1.amazonaws.com"),
                ),
            ],
        ],
        [
            "each secret once, sorted, with the key that is named anywhere",
            [
                secret(DB, KEY, { jsonKey: "user" }),
                secret(foreign(secretArn("a-AbCdEf"))),
                secret(DB, undefined, { jsonKey: "password" }),
            ],
            [readable(foreign(secretArn("a-AbCdEf"))), readable(DB, decryptable(KEY, IRELAND))],
        ],
        [
            "always the same of several keys",
            [secret(DB, foreign(KEY_2)), secret(DB, KEY)],
            [readable(DB, decryptable(foreign(KEY_2), IRELAND))],
        ],
    ];
    for (const [name, secrets, expected] of rows) {
        it(name, () => {
            assert.deepEqual(planCrossAccountPolicies(secrets, ROLE, LOCATION), expected);
            const reversed = [...secrets].reverse();
            assert.deepEqual(planCrossAccountPolicies(reversed, ROLE, LOCATION), expected);
        });
    }
});
