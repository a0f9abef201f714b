import assert from "node:assert/strict";
import { allow, breadthsOf, decrypt, deny, KEY, NAMED, read, UNKNOWN, when } from "./statements";

const narrow: [name: string, statements: unknown[]][] = [
    ["a named secret", [allow("secretsmanager:GetSecretValue", NAMED)]],
    ["a Deny of everything", [deny("*", { Resource: "*" })]],
    ["actions that read no value", [allow(["kms:Encrypt", "ssm:PutParameter", "ecr:*"])]],
    [
        "reading in batches, which gives nothing by itself",
        [allow(["secretsmanager:BatchGetSecretValue", "secretsmanager:ListSecrets"])],
    ],
    ["the keys of S3", [allow("s3:*")]],
    [
        "a tag, whose value may be the role's own",
        [read(when("StringEquals", "aws:ResourceTag/team", "${aws:PrincipalTag/team}"))],
    ],
    [
        "a tag by a store's own key, in other letters",
        [read(when("stringEquals", "SecretsManager:resourceTag/team", "app"))],
    ],
    ["a secret by its id", [read(when("ArnEquals", "secretsmanager:SecretId", NAMED))]],
    [
        "an alias of a key",
        [decrypt(when("ForAnyValue:StringEquals", "kms:ResourceAliases", "alias/app"))],
    ],
    [
        "an encryption context of secrets of a path",
        [
            decrypt(
                when(
                    "StringLike",
                    "kms:EncryptionContext:SecretARN",
                    "arn:aws:secretsmanager:*:*:secret:app/*",
                ),
            ),
        ],
    ],
    [
        "an encryption context that is not known yet",
        [decrypt(when("StringEquals", "kms:EncryptionContext:SecretARN", UNKNOWN))],
    ],
    ["a condition that is not known yet", [read({ Condition: UNKNOWN })]],
    ["an effect that is not known yet", [read({ Effect: UNKNOWN })]],
    ["a resource that is not known yet", [allow("secretsmanager:GetSecretValue", UNKNOWN)]],
    ["an action that is not known yet", [allow(UNKNOWN)]],
    ["a NotAction that is not known yet", [{ Effect: "Allow", NotAction: UNKNOWN, Resource: "*" }]],
    [
        "a NotResource that is not known yet",
        [{ Effect: "Allow", Action: "kms:Decrypt", NotResource: [KEY, UNKNOWN] }],
    ],
    [
        "a NotResource that is no ARN",
        [{ Effect: "Allow", Action: "kms:Decrypt", NotResource: "foo" }],
    ],
    [
        "a NotAction that names all that reads",
        [
            {
                Effect: "Allow",
                NotAction: ["kms:*", "ssm:Get*", "secretsmanager:*"],
                Resource: "*",
            },
        ],
    ],
    [
        "all but one secret denied in the same document",
        [read(), deny("secretsmanager:GetSecretValue", { NotResource: NAMED })],
    ],
    [
        "all without a tag denied in the same document",
        [
            read(),
            deny("secretsmanager:*", {
                Resource: "*",
                ...when("StringNotEquals", "aws:ResourceTag/team", "app"),
            }),
        ],
    ],
    [
        "a Deny of which more is not known yet",
        [read(), deny(UNKNOWN, { Resource: UNKNOWN, ...when("Bool", UNKNOWN, "true") })],
    ],
    ["a statement beside it that is not known yet", [read(), UNKNOWN]],
];

describe("findBreadths", () => {
    describe("finds nothing in", () => {
        for (const [name, statements] of narrow) {
            it(name, () => assert.deepEqual(breadthsOf(...statements), []));
        }
    });
});
