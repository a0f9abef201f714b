import {
    boundary,
    decryptSecret,
    keyPolicyFor,
    NOBODY,
    remedy,
    rights,
    says,
    UNTIL,
    WHERE,
    withSecret,
} from "./rows";
import {
    ACCOUNT,
    ALIAS,
    aliasOfKey,
    containers,
    decryptStatement,
    KEY,
    OTHER_KEY,
    PARAMETER,
    readStatement,
    SECRET,
} from "./stack";
import type { ReportedRow } from "../../support/policy-table";

const OTHER_SECRET = `${SECRET.slice(0, -6)}GhIjKl`;
const SECRET_NOBODY =
    "secrets API_KEY of container web (secret secret): the key policy leaves it to the identity policies, " +
    `and none of the role's allows kms:Decrypt on ${KEY}`;
const secretRemedy =
    `Add to the task execution role role: {"Sid":"DecryptSecrets","Effect":"Allow","Action":"kms:Decrypt",` +
    `"Resource":["${KEY}"],"Condition":{"StringEquals":{"kms:ViaService":["secretsmanager.us-east-1.amazonaws.com"],` +
    `"kms:EncryptionContext:SecretARN":["${SECRET}"]}}} ${UNTIL.secretsmanager}`;

/** Stacks that the policy stops. */
export const invalid: ReportedRow[] = [
    says("a role that may not decrypt at all", rights(), `${NOBODY}. ${remedy()}`),
    says(
        "decrypting with another key",
        rights(decryptStatement({ Resource: OTHER_KEY })),
        `${NOBODY}; statement Decrypt of the policy rights allows the action but names \`${OTHER_KEY}\`. ${remedy()}`,
    ),
    says(
        "decrypting with the key's alias: a policy names a key by its own ARN",
        rights(decryptStatement({ Resource: ALIAS })),
        `${NOBODY}; statement Decrypt of the policy rights allows the action but names the alias \`${ALIAS}\`, which does not grant the use of its key. ${remedy()}`,
    ),
    says(
        "decrypting with another key than the one that an alias of the stack stands for",
        {
            ...rights(decryptStatement({ Resource: OTHER_KEY })),
            alias: aliasOfKey,
            parameter: { props: { keyId: "alias/web" }, from: { keyId: ["alias"] } },
        },
        `${NOBODY}; statement Decrypt of the policy rights allows the action but names \`${OTHER_KEY}\`. ${remedy()}`,
    ),
    says(
        "decrypting through the other store",
        rights(
            decryptStatement({
                Condition: {
                    StringEquals: {
                        "kms:ViaService": "secretsmanager.us-east-1.amazonaws.com",
                    },
                },
            }),
        ),
        `${NOBODY}; statement Decrypt of the policy rights allows the action but only if StringEquals kms:ViaService secretsmanager.us-east-1.amazonaws.com, while kms:ViaService is ssm.us-east-1.amazonaws.com. ${remedy()}`,
    ),
    says(
        "decrypting for another parameter",
        rights(
            decryptStatement({
                Condition: {
                    StringEquals: { "kms:EncryptionContext:PARAMETER_ARN": `${PARAMETER}-2` },
                },
            }),
        ),
        `${NOBODY}; statement Decrypt of the policy rights allows the action but only if StringEquals kms:EncryptionContext:PARAMETER_ARN ${PARAMETER}-2, while kms:EncryptionContext:PARAMETER_ARN is ${PARAMETER}. ${remedy()}`,
    ),
    says(
        "an explicit Deny beside the Allow",
        rights(decryptStatement(), {
            Sid: "NoKeys",
            Effect: "Deny",
            Action: "kms:*",
            Resource: "*",
        }),
        `${WHERE}: statement NoKeys of the policy rights denies kms:Decrypt on ${KEY}. Take the Deny back, or except this use: no Allow outweighs it. ${UNTIL.ssm}`,
    ),
    says(
        "a key policy that leaves it to nobody",
        { key: { props: { policy: keyPolicyFor(`arn:aws:iam::${ACCOUNT}:role/admin`) } } },
        `${WHERE}: the key policy neither names the role nor leaves kms:Decrypt on ${KEY} to its account; statement 1 of the policy of the key allows the action but names arn:aws:iam::${ACCOUNT}:role/admin. Let the key policy allow kms:Decrypt to the role, or leave it to the account ("Principal":{"AWS":"arn:…:root"}): no policy of the role is enough. ${UNTIL.ssm}`,
    ),
    says(
        "encrypting alone",
        rights(decryptStatement({ Action: ["kms:Encrypt", "kms:GenerateDataKey"] })),
        `${NOBODY}; statement Decrypt of the policy rights covers the resource but allows kms:Encrypt, kms:GenerateDataKey, not kms:Decrypt. ${remedy()}`,
    ),
    says(
        "a role that may decrypt on paper of another role",
        { rights: { props: { role: "another-role" } } },
        `${NOBODY}. ${remedy()}`,
    ),
    says(
        "a secret of Secrets Manager, decrypted for another secret",
        withSecret(decryptSecret(OTHER_SECRET)),
        `${SECRET_NOBODY}; statement Decrypt of the policy rights allows the action but only if StringEquals kms:EncryptionContext:SecretARN ${OTHER_SECRET}, while kms:EncryptionContext:SecretARN is ${SECRET}. ${secretRemedy}`,
    ),
    says(
        "a secret that is injected by its partial ARN",
        {
            ...withSecret(readStatement),
            task: {
                props: {
                    containerDefinitions: containers({
                        name: "API_KEY",
                        valueFrom: SECRET.slice(0, -7),
                    }),
                },
            },
        },
        `${SECRET_NOBODY}. ${secretRemedy}`,
    ),
    says(
        "a parameter that is injected by its name, and twice",
        {
            ...rights(),
            task: {
                props: {
                    containerDefinitions: containers(
                        { name: "DB_PASSWORD", valueFrom: "/web/db" },
                        { name: "DB_PASSWORD_AGAIN", valueFrom: PARAMETER },
                    ),
                },
            },
        },
        `secrets DB_PASSWORD of container web, ${NOBODY.replace("DB_PASSWORD", "DB_PASSWORD_AGAIN")}. ${remedy()}`,
    ),
    says(
        "a permissions boundary that does not allow it",
        boundary({ Effect: "Allow", Action: "s3:*", Resource: "*" }),
        `${WHERE}: the permissions boundary boundary does not allow kms:Decrypt on ${KEY}, which statement Decrypt of the policy rights allows. Let the permissions boundary of role allow it as well: a boundary gives no right, and takes away what it does not allow. ${UNTIL.ssm}`,
    ),
    says(
        "a Deny of decrypting, which holds with the AWS managed key as well",
        {
            ...rights({ Sid: "NoKeys", Effect: "Deny", Action: "kms:*", Resource: "*" }),
            parameter: { props: { keyId: "alias/aws/ssm" }, from: {} },
        },
        `${WHERE}: statement NoKeys of the policy rights denies kms:Decrypt on alias/aws/ssm. Take the Deny back, or except this use: no Allow outweighs it. ${UNTIL.ssm}`,
    ),
];
