import { allowed, BROKEN, delegated, denied, document, KMS, ROLE, type World } from "./world";

/** The statement that lets a role read. */
export const READ = allowed("secretsmanager:GetSecretValue");
/** The statements of a role that may read and not decrypt. */
export const readAlone = () => [READ];
const decryptIf = (condition: object) => () => [
    READ,
    allowed("kms:Decrypt", "*", { Condition: condition }),
];
/** The statements of a key policy for somebody. */
export const keyFor = (principal: unknown, more: object = {}) => [
    allowed("kms:Decrypt", "*", { Principal: principal, ...more }),
];
const SECRET = "secretsmanager.us-east-1.amazonaws.com";

/** What decides about the key: the end of `runs when …` or `stops when …`, and what it says. */
export const byKeys: Record<string, [Partial<World>, string?]> = {
    "its role may decrypt with the key's ARN": [
        { role: ({ key }) => [READ, allowed("kms:Decrypt", key)] },
    ],
    "its role may not decrypt": [{ role: readAlone }, KMS],
    "its role may decrypt with the alias of the key, which is no key": [
        {
            role: () => [
                READ,
                allowed("kms:Decrypt", "arn:aws:kms:us-east-1:123456789012:alias/db"),
            ],
            then: (account, { key }) => {
                account.create("alias", { name: "alias/db", targetKeyId: key });
            },
        },
        KMS,
    ],
    "its role may decrypt with keys that have the alias": [
        {
            role: decryptIf({ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/db" } }),
            then: (account, { key }) => {
                account.create("alias", { name: "alias/db", targetKeyId: key });
            },
        },
    ],
    "its role may decrypt with keys that have the alias, and the key has it no more": [
        {
            role: decryptIf({ "ForAnyValue:StringEquals": { "kms:ResourceAliases": "alias/db" } }),
            then: (account, { key }) => {
                const made = account.create("alias", { name: "alias/db", targetKeyId: key });
                account.delete("alias", made);
            },
        },
        KMS,
    ],
    "its role may decrypt through AWS Secrets Manager": [
        { role: decryptIf({ StringEquals: { "kms:ViaService": SECRET } }) },
    ],
    "its role may decrypt through AWS Secrets Manager of another region": [
        {
            role: decryptIf({
                StringEquals: { "kms:ViaService": "secretsmanager.eu-west-1.amazonaws.com" },
            }),
        },
        KMS,
    ],
    "its role may decrypt for the secret alone": [
        {
            role: ({ secret }) =>
                decryptIf({ StringEquals: { "kms:EncryptionContext:SecretARN": secret } })(),
        },
    ],
    "its role may decrypt for another secret alone": [
        {
            role: ({ secret }) =>
                decryptIf({
                    StringEquals: { "kms:EncryptionContext:SecretARN": `${secret}-other` },
                })(),
        },
        KMS,
    ],
    "its role may decrypt with an encryption context of these names": [
        {
            role: decryptIf({
                "ForAllValues:StringEquals": {
                    "kms:EncryptionContextKeys": ["SecretARN", "SecretVersionId"],
                },
            }),
        },
    ],
    "its role may decrypt with tagged keys, and the key has the tag": [
        {
            keyInputs: { tags: { team: "web" } },
            role: decryptIf({ StringEquals: { "aws:ResourceTag/team": "web" } }),
        },
    ],
    "its role may decrypt with tagged keys, and the key lacks the tag": [
        { role: decryptIf({ StringEquals: { "aws:ResourceTag/team": "web" } }) },
        KMS,
    ],
    "its role may decrypt with every key but the tagged one": [
        {
            keyInputs: { tags: { team: "web" } },
            role: () => [
                READ,
                allowed("kms:Decrypt"),
                denied("kms:*", "*", {
                    Condition: { StringEquals: { "aws:ResourceTag/team": "web" } },
                }),
            ],
        },
        KMS,
    ],
    "the key policy names its role": [{ key: keyFor({ AWS: ROLE }), role: readAlone }],
    "the key policy names another role": [
        { key: keyFor({ AWS: "arn:aws:iam::123456789012:role/other" }) },
        KMS,
    ],
    "the key policy names everybody of the account": [
        {
            key: keyFor("*", {
                Condition: {
                    StringEquals: {
                        "kms:CallerAccount": "123456789012",
                        "kms:ViaService": SECRET,
                    },
                },
            }),
            role: readAlone,
        },
    ],
    "the key policy names everybody of another account": [
        {
            key: keyFor("*", { Condition: { StringEquals: { "kms:CallerAccount": "1" } } }),
        },
        KMS,
    ],
    "the key policy leaves other actions to the account": [
        { key: [allowed("kms:Encrypt", "*", { Principal: { AWS: "123456789012" } })] },
        KMS,
    ],
    "the key policy leaves it to the account by its bare id": [
        { key: keyFor({ AWS: "123456789012" }) },
    ],
    "the key policy denies it to its role": [
        { key: [delegated, denied("kms:Decrypt", "*", { Principal: { AWS: ROLE } })] },
        KMS,
    ],
    "a policy of its own resource takes the key from the account": [
        {
            then: (account, { key }) => {
                const policy = document(keyFor({ AWS: "arn:aws:iam::123456789012:role/other" }));
                account.create("keyPolicy", { keyId: key, policy });
            },
        },
        KMS,
    ],
    "a policy of its own resource is gone, and the default one is back": [
        {
            then: (account, { key }) => {
                const policy = document(keyFor({ AWS: "arn:aws:iam::123456789012:role/other" }));
                const made = account.create("keyPolicy", { keyId: key, policy });
                account.delete("keyPolicy", made);
            },
        },
    ],
    "the key is disabled": [
        {
            then: (account, { key }) => {
                const id = key.split("/")[1];
                account.change("aws:kms/key:Key", id, { isEnabled: false });
            },
        },
        BROKEN,
    ],
    "the key is pending deletion": [
        {
            then: (account, { key }) => {
                account.delete("key", { id: key.split("/")[1], outputs: {} });
            },
        },
        BROKEN,
    ],
    "the key is disabled, whatever its role may not": [
        {
            role: readAlone,
            then: (account, { key }) => {
                const id = key.split("/")[1];
                account.change("aws:kms/key:Key", id, { isEnabled: false });
            },
        },
        BROKEN,
    ],
    "the AWS managed key is used, without a right to decrypt": [
        { secretInputs: { kmsKeyId: undefined }, role: readAlone },
    ],
    "the AWS managed key is used, and a Deny speaks of every key": [
        {
            secretInputs: { kmsKeyId: undefined },
            role: () => [READ, denied("kms:Decrypt")],
        },
        KMS,
    ],
    "the AWS managed key is used, and its boundary does not speak of keys": [
        { secretInputs: { kmsKeyId: undefined }, role: readAlone, boundary: readAlone },
    ],
};
