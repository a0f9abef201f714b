import type { ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { allow, containers, KEY, policy, rights, ROLE, says, SECRET } from "./stack";

const PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter/web/db";
const READ = `{"Sid":"ReadSecrets","Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":["${SECRET}"]}`;
const DECRYPT =
    `{"Sid":"DecryptSecrets","Effect":"Allow","Action":"kms:Decrypt","Resource":["${KEY}"],"Condition":{"StringEquals":` +
    `{"kms:ViaService":["secretsmanager.us-east-1.amazonaws.com"],"kms:EncryptionContext:SecretARN":["${SECRET}"]}}}`;
const A_SECRET =
    '{"Effect":"Allow","Action":"secretsmanager:GetSecretValue","Resource":"arn:aws:secretsmanager:<region>:<account>:secret:<name>-??????"}';
const A_PARAMETER =
    '{"Effect":"Allow","Action":"ssm:GetParameters","Resource":"arn:aws:ssm:<region>:<account>:parameter/<path>"}';
const A_KEY =
    '{"Effect":"Allow","Action":"kms:Decrypt","Resource":"arn:aws:kms:<region>:<account>:key/<key id>",' +
    '"Condition":{"StringEquals":{"kms:ViaService":"secretsmanager.<region>.amazonaws.com"}}}';

const attach = (name: string, role = "web-execution", from = "role") => ({
    attachment: {
        type: "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        props: { role, policyArn: `arn:aws:iam::aws:policy/${name}` },
        from: { role: [from] },
    },
});

/** Stacks that the policy stops. */
export const invalid: ReportedRow[] = [
    says(
        "all secrets, and writes what the tasks inject",
        rights({ Sid: "Read", ...allow("secretsmanager:GetSecretValue") }),
        `statement Read of the policy rights (role role) allows secretsmanager:GetSecretValue on *, which is all secrets. Write instead: ${READ}`,
    ),
    says(
        "all keys, though through one store",
        rights(
            allow("secretsmanager:GetSecretValue", SECRET),
            allow("kms:Decrypt", "*", {
                Condition: {
                    StringEquals: { "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com" },
                },
            }),
        ),
        `statement 2 of the policy rights (role role) allows kms:Decrypt on *, which is all keys: its conditions (kms:ViaService) name none of them. Write instead: ${DECRYPT}`,
    ),
    says(
        "all there is",
        rights(allow("*")),
        `statement 1 of the policy rights (role role) allows * on *, which is all secrets, all parameters and all keys. Write instead: ${READ} and ${A_PARAMETER} and ${DECRYPT}`,
    ),
    says(
        "all parameters of an account, where the tasks inject one",
        {
            ...rights(allow("ssm:Get*", "arn:aws:ssm:us-east-1:123456789012:parameter/*")),
            task: { props: { containerDefinitions: containers(PARAMETER) } },
        },
        `statement 1 of the policy rights (role role) allows ssm:Get* on arn:aws:ssm:us-east-1:123456789012:parameter/*, which is all parameters. Write instead: {"Sid":"ReadParameters","Effect":"Allow","Action":"ssm:GetParameters","Resource":["${PARAMETER}"]}`,
    ),
    says(
        "all secrets, where it is not known which the tasks inject",
        {
            ...rights(allow("secretsmanager:*")),
            secret: { props: { arn: UNKNOWN, kmsKeyId: UNKNOWN } },
            task: {
                props: { containerDefinitions: UNKNOWN },
                from: { executionRoleArn: ["role"], containerDefinitions: ["secret"] },
            },
        },
        `statement 1 of the policy rights (role role) allows secretsmanager:* on *, which is all secrets. Write instead: ${A_SECRET}`,
    ),
    says(
        "a first preview of a document that names all secrets beside what is not known yet",
        {
            ...rights(allow(["secretsmanager:GetSecretValue", "s3:GetObject"], ["*", UNKNOWN])),
            role: { props: { arn: UNKNOWN } },
            task: { props: { executionRoleArn: UNKNOWN } },
        },
        `statement 1 of the policy rights (role role) allows secretsmanager:GetSecretValue on *, which is all secrets. Write instead: ${READ}`,
    ),
    says(
        "the task role, which reads what the program chooses",
        {
            rights: {
                props: { role: "web-task", policy: policy(allow("ssm:GetParametersByPath")) },
                from: { role: ["taskRole"] },
            },
        },
        `statement 1 of the policy rights (role taskRole) allows ssm:GetParametersByPath on *, which is all parameters. Write instead: ${A_PARAMETER}`,
    ),
    says(
        "a role that trusts tasks and that no task definition of the stack names",
        { ...rights(allow("kms:*")), task: undefined },
        `statement 1 of the policy rights (role role) allows kms:* on *, which is all keys. Write instead: ${A_KEY}`,
    ),
    says(
        "a role of another stack that a task definition names",
        {
            ...rights(allow("kms:Decrypt", "arn:aws:kms:*:*:key/*")),
            role: undefined,
            rights: {
                props: { policy: policy(allow("kms:Decrypt", "arn:aws:kms:*:*:key/*")) },
                from: {},
            },
            task: { from: {} },
        },
        `statement 1 of the policy rights (role ${ROLE}) allows kms:Decrypt on arn:aws:kms:*:*:key/*, which is all keys. Write instead: ${DECRYPT}`,
    ),
    says(
        "an inline policy in the role itself",
        {
            rights: undefined,
            role: {
                props: {
                    inlinePolicies: [
                        { name: "read", policy: policy(allow("secretsmanager:Get*")) },
                    ],
                },
            },
        },
        `statement 1 of the policy in the role itself (role role) allows secretsmanager:Get* on *, which is all secrets. Write instead: ${READ}`,
        "role",
    ),
    says(
        "a managed policy of the stack that two roles have, once",
        {
            wide: {
                type: "aws:iam/policy:Policy",
                props: {
                    arn: "arn:aws:iam::123456789012:policy/wide",
                    policy: policy(allow("secretsmanager:GetSecretValue")),
                },
            },
            attachment: {
                type: "aws:iam/policyAttachment:PolicyAttachment",
                props: {
                    roles: ["web-execution", "web-task"],
                    policyArn: "arn:aws:iam::123456789012:policy/wide",
                },
                from: { roles: ["role", "taskRole"] },
            },
        },
        `statement 1 of the policy wide (role role, taskRole) allows secretsmanager:GetSecretValue on *, which is all secrets. Write instead: ${READ}`,
        "wide",
    ),
    says(
        "a managed policy of AWS that writes secrets, too",
        attach("SecretsManagerReadWrite"),
        `the AWS managed policy SecretsManagerReadWrite (role role) allows secretsmanager:* on *, which is all secrets. Detach it, and write instead: ${READ}`,
        "role",
    ),
    says(
        "a managed policy of AWS that reads secrets with all keys",
        attach("AWSSecretsManagerClientReadOnlyAccess"),
        `the AWS managed policy AWSSecretsManagerClientReadOnlyAccess (role role) allows secretsmanager:GetSecretValue on arn:aws:secretsmanager:*:*:secret:* and kms:Decrypt on arn:aws:kms:*:*:key/*, which is all secrets and all keys: its conditions (kms:EncryptionContext:SecretARN, kms:ViaService) name none of them. Detach it, and write instead: ${READ} and ${DECRYPT}`,
        "role",
    ),
    says(
        "a managed policy of AWS on the task role",
        attach("AmazonSSMFullAccess", "web-task", "taskRole"),
        `the AWS managed policy AmazonSSMFullAccess (role taskRole) allows ssm:* on *, which is all parameters. Detach it, and write instead: ${A_PARAMETER}`,
        "taskRole",
    ),
    says(
        "an administrator's policy in the list of the role itself",
        { role: { props: { managedPolicyArns: ["arn:aws:iam::aws:policy/AdministratorAccess"] } } },
        `the AWS managed policy AdministratorAccess (role role) allows * on *, which is all secrets, all parameters and all keys. Detach it, and write instead: ${READ} and ${A_PARAMETER} and ${DECRYPT}`,
        "role",
    ),
    says(
        "a document of aws-native, which is an object",
        {
            role: {
                type: "aws-native:iam:Role",
                props: { roleName: "web-execution", name: undefined },
            },
            rights: {
                type: "aws-native:iam:RolePolicy",
                props: {
                    role: undefined,
                    policy: undefined,
                    roleName: "web-execution",
                    policyDocument: {
                        Version: "2012-10-17",
                        Statement: [allow("ssm:GetParameters")],
                    },
                },
                from: { roleName: ["role"] },
            },
        },
        `statement 1 of the policy rights (role role) allows ssm:GetParameters on *, which is all parameters. Write instead: ${A_PARAMETER}`,
    ),
];
