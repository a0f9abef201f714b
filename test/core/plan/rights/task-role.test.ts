import assert from "node:assert/strict";
import { planTaskRolePolicy, type InjectedSecret } from "../../../../core";
import { KEY_1, LOCATION, parameterArn, secretArn } from "../fixtures";

const READ_PARAMETERS = ["ssm:GetParameter", "ssm:GetParameters"];
const allow = (Sid: string, Action: string | string[], Resource: string[]) => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource,
});

describe("planTaskRolePolicy allows", () => {
    const rows: [string, InjectedSecret[], object[]][] = [
        ["nothing for nothing", [], []],
        [
            "reading a secret by the one call there is",
            [{ reference: { store: "secretsmanager", arn: secretArn("db-AbCdEf") } }],
            [allow("ReadSecrets", "secretsmanager:GetSecretValue", [secretArn("db-AbCdEf")])],
        ],
        [
            "reading a parameter by both calls, and decrypting it as Amazon ECS does",
            [{ reference: { store: "ssm", name: "/web/db" }, kmsKeyArn: KEY_1 }],
            [
                allow("ReadParameters", READ_PARAMETERS, [parameterArn("web/db")]),
                {
                    ...allow("DecryptParameters", "kms:Decrypt", [KEY_1]),
                    Condition: {
                        StringEquals: {
                            "kms:ViaService": ["ssm.eu-west-1.amazonaws.com"],
                            "kms:EncryptionContext:PARAMETER_ARN": [parameterArn("web/db")],
                        },
                    },
                },
            ],
        ],
        [
            "reading a secret through Parameter Store",
            [{ reference: { store: "ssm", name: "/aws/reference/secretsmanager/db" } }],
            [
                allow("ReadSecrets", "secretsmanager:GetSecretValue", [secretArn("db-??????")]),
                allow("ReadParameters", READ_PARAMETERS, [
                    parameterArn("aws/reference/secretsmanager/db"),
                ]),
            ],
        ],
    ];
    for (const [name, secrets, Statement] of rows) {
        it(name, () => {
            const expected = { Version: "2012-10-17", Statement };
            assert.deepEqual(planTaskRolePolicy(secrets, LOCATION), expected);
        });
    }
});
