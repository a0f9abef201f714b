import { changeStack, type Stack } from "../../support/pack-stack";
import type { ReportedRow } from "../../support/policy-table";
import { UNKNOWN } from "../../support/wire";
import { deployed, KEY, SECRET, SECRET_ANSWER, shared, withKey, withSecret } from "./stack";

const FOREIGN = { AWS: "arn:aws:iam::210987654321:root" };
const DISABLED = `kmsKeyId: key key is disabled (isEnabled: false). Enable it, or use another key. ${SECRET_ANSWER}`;
const MAKE_ANOTHER = "Make a key without keyUsage and customerMasterKeySpec for secrets.";
const SHARED =
    "kmsKeyId: the resource policy lets account 210987654321 read the secret, and the key that AWS manages decrypts for its own account alone. Encrypt it with a key of your own whose policy lets that account use kms:Decrypt. Until then AWS answers there: AccessDeniedException: Access to KMS is not allowed.";

const row = (name: string, stack: Stack, ...messages: string[]): ReportedRow => ({
    name,
    stack,
    messages,
    resource: "secret",
});

/** What the policy on keys stops, of secrets. */
export const invalid: ReportedRow[] = [
    row("a key that is disabled", withKey({ isEnabled: false }), DISABLED),
    row(
        "a key that is disabled, before it is there",
        changeStack(deployed, {
            key: { props: { arn: UNKNOWN, keyId: UNKNOWN, isEnabled: false } },
            secret: { props: { arn: UNKNOWN, kmsKeyId: UNKNOWN } },
        }),
        DISABLED,
    ),
    row(
        "a key that is disabled, by its id",
        changeStack(withKey({ isEnabled: false }), {
            secret: { props: { kmsKeyId: KEY.split("/")[1] } },
        }),
        DISABLED,
    ),
    row(
        "a key that is disabled, by an alias",
        {
            ...changeStack(withKey({ isEnabled: false }), {
                secret: { props: { kmsKeyId: "alias/db" }, from: {} },
            }),
            alias: {
                type: "aws:kms/alias:Alias",
                props: { name: "alias/db", targetKeyId: KEY.split("/")[1] },
            },
        },
        DISABLED,
    ),
    row(
        "a replica of a key that is disabled",
        withKey({ isEnabled: undefined, enabled: false }, "aws:kms/replicaKey:ReplicaKey"),
        DISABLED.replace("isEnabled", "enabled"),
    ),
    row(
        "a key of aws-native that is disabled",
        withKey({ isEnabled: undefined, enabled: false }, "aws-native:kms:Key"),
        DISABLED,
    ),
    row(
        "an imported key that is disabled",
        withKey(
            { isEnabled: undefined, enabled: false, keyState: "Disabled" },
            "aws:kms/externalKey:ExternalKey",
        ),
        DISABLED.replace("isEnabled", "enabled"),
    ),
    ...["SIGN_VERIFY", "GENERATE_VERIFY_MAC", "KEY_AGREEMENT"].map((keyUsage) =>
        row(
            `a key for ${keyUsage}`,
            withKey({ keyUsage, customerMasterKeySpec: "ECC_NIST_P256" }),
            `kmsKeyId: key key is made for ${keyUsage}, not to encrypt. ${MAKE_ANOTHER} ${SECRET_ANSWER}`,
        ),
    ),
    row(
        "an asymmetric key",
        withKey({ customerMasterKeySpec: "RSA_4096" }),
        `kmsKeyId: key key is of spec RSA_4096: secrets are encrypted with symmetric keys alone. ${MAKE_ANOTHER} ${SECRET_ANSWER}`,
    ),
    row(
        "a key of another region",
        withSecret({ kmsKeyId: KEY.replace("us-east-1", "eu-west-1") }),
        `kmsKeyId: the key is in region eu-west-1, and what it is to encrypt is in us-east-1. Name a key of us-east-1; of a key of several regions, its replica there. ${SECRET_ANSWER}`,
    ),
    row(
        "a key of the stack in another region than the secret, before they are there",
        changeStack(deployed, {
            key: { props: { arn: UNKNOWN, keyId: UNKNOWN, region: "eu-west-1" } },
            secret: { props: { arn: UNKNOWN, kmsKeyId: UNKNOWN } },
        }),
        `kmsKeyId: the key is in region eu-west-1, and what it is to encrypt is in us-east-1. Name a key of us-east-1; of a key of several regions, its replica there. ${SECRET_ANSWER}`,
    ),
    row(
        "the key that AWS manages for parameters",
        withSecret({ kmsKeyId: "alias/aws/ssm" }),
        `kmsKeyId: alias/aws/ssm is the key that AWS manages for another service. Take alias/aws/secretsmanager, or a key of your own. ${SECRET_ANSWER}`,
    ),
    ...["[object Object]", "alias-without-prefix", "arn:aws:iam::123456789012:role/web"].map(
        (kmsKeyId) =>
            row(
                `what names no key: ${kmsKeyId}`,
                withSecret({ kmsKeyId }),
                `kmsKeyId: what stands there names no key. Give the ARN of a key: key.arn. ${SECRET_ANSWER}`,
            ),
    ),
    row(
        "a copy with the key of the secret's own region",
        withSecret({ replicas: [{ region: "eu-west-1", kmsKeyId: KEY }] }),
        `replicas[0].kmsKeyId: the key is in region us-east-1, and what it is to encrypt is in eu-west-1. Name a key of eu-west-1; of a key of several regions, its replica there. ${SECRET_ANSWER}`,
    ),
    row("another account under AWS's own key", shared({ Principal: FOREIGN }), SHARED),
    row(
        "another account under the alias of AWS's own key",
        shared({ Principal: FOREIGN }, { kmsKeyId: "alias/aws/secretsmanager" }),
        SHARED,
    ),
    row(
        "a role of another account, and all that is not said otherwise",
        shared({
            Principal: { AWS: "arn:aws:iam::210987654321:role/web" },
            Action: undefined,
            NotAction: "secretsmanager:DeleteSecret",
        }),
        SHARED,
    ),
    row(
        "the number of another account in a policy that the secret gets later",
        {
            ...withSecret({ kmsKeyId: undefined }),
            policy: {
                type: "aws:secretsmanager/secretPolicy:SecretPolicy",
                props: {
                    secretArn: SECRET,
                    policy: JSON.stringify({
                        Version: "2012-10-17",
                        Statement: [
                            {
                                Effect: "Allow",
                                Action: "secretsmanager:*",
                                Resource: "*",
                                Principal: { AWS: ["123456789012", "210987654321"] },
                            },
                        ],
                    }),
                },
            },
        },
        SHARED,
    ),
];
