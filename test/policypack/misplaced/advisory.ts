import type { ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { allow, containers, KEY, policy, SECRET } from "../wildcards/stack";
import { given, moved, PARAMETER, preview, read, says, withParameter } from "./stack";

const ECS = "Amazon ECS reads what it injects with the execution role.";
const STATEMENT = `{"Sid":"ReadSecrets","Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":["${SECRET}"]}`;
const PARAMETER_STATEMENT = `{"Sid":"ReadParameters","Effect":"Allow","Action":"ssm:GetParameters","Resource":["${PARAMETER}"]}`;
const WHAT = "secrets SECRET_0 of container web";
const misplaced = (what: string, action: string, statement: string) =>
    `${WHAT} (${what}): the task role taskRole is allowed ${action}, and the task execution role role is not. ${ECS} Move it to role: ${statement}`;
const onTaskRole = misplaced("secret secret", "secretsmanager:GetSecretValue", STATEMENT);
const spare = (name: string, what = "secret secret") =>
    `${WHAT} (${what}): the policy ${name} allows the task role taskRole to read it, too, and the container is given the value already. Keep that right only if the program reads it itself.`;

const KEY_STATEMENT =
    `{"Sid":"DecryptSecrets","Effect":"Allow","Action":"kms:Decrypt","Resource":["${KEY}"],"Condition":{"StringEquals":` +
    `{"kms:ViaService":["secretsmanager.us-east-1.amazonaws.com"],"kms:EncryptionContext:SecretARN":["${SECRET}"]}}}`;

/** What is said, and stops nothing. */
export const advisory: ReportedRow[] = [
    says("the right on the task role in place of the execution role", moved, onTaskRole),
    says(
        "a wide right on the task role in place of the execution role",
        { rights: given("taskRole", allow("secretsmanager:Get*")) },
        onTaskRole,
    ),
    says(
        "a parameter's right on the task role",
        withParameter(allow("ssm:GetParameters", PARAMETER)),
        misplaced("parameter parameter", "ssm:GetParameters", PARAMETER_STATEMENT),
    ),
    says(
        "a parameter's right on the task role by the action that a program takes",
        withParameter(allow("ssm:GetParameter", PARAMETER)),
        misplaced("parameter parameter", "ssm:GetParameters", PARAMETER_STATEMENT),
    ),
    says(
        "the right to the key on the task role",
        {
            key: { type: "aws:kms/key:Key", props: { arn: KEY, keyId: KEY.split("/")[1] } },
            secret: { props: { kmsKeyId: KEY }, from: { kmsKeyId: ["key"] } },
            rights: given("role", read),
            own: given("taskRole", allow("kms:Decrypt", KEY)),
        },
        misplaced("secret secret", "kms:Decrypt", KEY_STATEMENT),
    ),
    says(
        "a key policy that names the task role",
        {
            key: {
                type: "aws:kms/key:Key",
                props: {
                    arn: KEY,
                    keyId: KEY.split("/")[1],
                    policy: policy(
                        allow("kms:*", "*", {
                            Principal: { AWS: "arn:aws:iam::123456789012:role/web-task" },
                        }),
                    ),
                },
                from: { policy: ["taskRole"] },
            },
            secret: { props: { kmsKeyId: KEY }, from: { kmsKeyId: ["key"] } },
        },
        `${WHAT} (secret secret): the task role taskRole is allowed kms:Decrypt, and the task execution role role is not. ${ECS} Let the key policy allow kms:Decrypt to the role, or leave it to the account ("Principal":{"AWS":"arn:…:root"}): no policy of the role is enough.`,
    ),
    says(
        "two secrets on the task role",
        {
            ...moved,
            task: { props: { containerDefinitions: containers(`${SECRET}:a::`, `${SECRET}:b::`) } },
        },
        onTaskRole.replace(WHAT, `${WHAT}, secrets SECRET_1 of container web`),
    ),
    says(
        "a first preview of the right on the task role",
        preview("taskRole"),
        `suspected: secret secret: secretsmanager:GetSecretValue may have been given to the task role taskRole instead of the task execution role role. ${ECS} Allow the task execution role role secretsmanager:GetSecretValue on the secret's ARN.`,
    ),
    says("the right on both roles", { own: given("taskRole", read) }, spare("own")),
    says(
        "the right on both roles, by the pattern of the secret's own name",
        {
            own: given(
                "taskRole",
                allow("secretsmanager:*", `${SECRET.slice(0, -6)}??????`),
                allow("secretsmanager:GetSecretValue", UNKNOWN),
            ),
        },
        spare("own"),
    ),
    says(
        "a parameter on both roles",
        {
            ...withParameter(allow("ssm:GetParameter*", PARAMETER)),
            own: given("role", allow("ssm:GetParameters", PARAMETER)),
        },
        spare("rights", "parameter parameter"),
    ),
];
