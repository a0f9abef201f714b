import assert from "node:assert/strict";
import {
    allow,
    breadthsOf,
    decrypt,
    deny,
    KEY,
    NAMED,
    read,
    SECRETS,
    UNKNOWN,
    when,
} from "./statements";

type Row = [name: string, statements: unknown[], kinds: string, allows: string, keys?: string];

const wide: Row[] = [
    ["a secret's action on *", [read()], "secrets", "secretsmanager:GetSecretValue on *"],
    [
        "an action in other letters",
        [allow("SecretsManager:getsecretvalue", SECRETS)],
        "secrets",
        `SecretsManager:getsecretvalue on ${SECRETS}`,
    ],
    ["all actions of the store", [allow("secretsmanager:*")], "secrets", "secretsmanager:* on *"],
    ["all there is", [allow("*")], "secrets parameters keys", "* on *"],
    [
        "actions of two stores, and others that read nothing",
        [allow(["logs:*", "ssm:GetParameters", "secretsmanager:Get*", "ssm:PutParameter"])],
        "secrets parameters",
        "ssm:GetParameters, secretsmanager:Get* on *",
    ],
    ["a path's parameters, all paths", [allow("ssm:*ByPath")], "parameters", "ssm:*ByPath on *"],
    [
        "the history of parameters, which holds their values",
        [allow("ssm:GetParameterHistory")],
        "parameters",
        "ssm:GetParameterHistory on *",
    ],
    [
        "a wide resource beside a named one",
        [allow("secretsmanager:GetSecretValue", [NAMED, SECRETS])],
        "secrets",
        `secretsmanager:GetSecretValue on ${SECRETS}`,
    ],
    [
        "all but what NotAction names",
        [{ Effect: "Allow", NotAction: ["iam:*", "kms:Decrypt"], Resource: "*" }],
        "secrets parameters",
        "all but iam:*, kms:Decrypt on *",
    ],
    [
        "all but what NotResource names",
        [{ Effect: "Allow", Action: "kms:Decrypt", NotResource: KEY }],
        "keys",
        `kms:Decrypt on all but ${KEY}`,
    ],
    [
        "a store that NotResource leaves in",
        [{ Effect: "Allow", Action: "*", NotResource: ["arn:aws:kms:*:*:*", SECRETS] }],
        "parameters",
        `* on all but arn:aws:kms:*:*:*, ${SECRETS}`,
    ],
    [
        "a store, but no key, as its condition",
        [decrypt(when("StringEquals", "kms:ViaService", "ssm.us-east-1.amazonaws.com"))],
        "keys",
        "kms:Decrypt on *",
        "kms:ViaService",
    ],
    [
        "an encryption context of all secrets",
        [decrypt(when("StringLike", "kms:EncryptionContext:SecretARN", SECRETS))],
        "keys",
        "kms:Decrypt on *",
        "kms:EncryptionContext:SecretARN",
    ],
    [
        "a network as its condition",
        [read(when("StringEquals", "aws:SourceVpc", "vpc-0123456789abcdef0"))],
        "secrets",
        "secretsmanager:GetSecretValue on *",
        "aws:SourceVpc",
    ],
    [
        "any tag at all",
        [read(when("StringLike", "aws:ResourceTag/team", "*"))],
        "secrets",
        "secretsmanager:GetSecretValue on *",
        "aws:ResourceTag/team",
    ],
    [
        "a tag that must not be there",
        [read(when("StringNotEquals", "aws:ResourceTag/secrecy", "high"))],
        "secrets",
        "secretsmanager:GetSecretValue on *",
        "aws:ResourceTag/secrecy",
    ],
    [
        "a tag only if there is one",
        [read(when("StringEqualsIfExists", "aws:ResourceTag/team", "app"))],
        "secrets",
        "secretsmanager:GetSecretValue on *",
        "aws:ResourceTag/team",
    ],
    [
        "an alias for all of a key's aliases, of which it may have none",
        [decrypt(when("ForAllValues:StringEquals", "kms:ResourceAliases", "alias/app"))],
        "keys",
        "kms:Decrypt on *",
        "kms:ResourceAliases",
    ],
    [
        "the key of another service, which leaves the statement to that one",
        [
            allow(["secretsmanager:GetSecretValue", "kms:Decrypt"], "*", {
                ...when("StringLike", "kms:ViaService", "secretsmanager.*.amazonaws.com"),
            }),
        ],
        "keys",
        "kms:Decrypt on *",
        "kms:ViaService",
    ],
    [
        "a known wide resource beside one that is not known yet",
        [allow(["secretsmanager:GetSecretValue", UNKNOWN], [UNKNOWN, "*"])],
        "secrets",
        "secretsmanager:GetSecretValue on *",
    ],
    [
        "a Deny of some of it",
        [deny("secretsmanager:*", { Resource: NAMED }), { Sid: "Read", ...read() }],
        "secrets",
        "secretsmanager:GetSecretValue on *",
    ],
    [
        "a Deny of one of its actions",
        [allow("ssm:Get*"), deny("ssm:GetParameter", { Resource: "*" })],
        "parameters",
        "ssm:Get* on *",
    ],
    [
        "a Deny from elsewhere alone",
        [read(), deny("*", { Resource: "*", ...when("Bool", "aws:SecureTransport", "false") })],
        "secrets",
        "secretsmanager:GetSecretValue on *",
    ],
];

describe("findBreadths", () => {
    describe("finds", () => {
        for (const [name, statements, kinds, allows, keys = ""] of wide) {
            it(name, () => {
                const [{ statement, ...rest }, ...more] = breadthsOf(...statements);
                assert.deepEqual(more, []);
                assert.deepEqual(rest, {
                    kinds: kinds.split(" "),
                    allows,
                    conditionKeys: keys === "" ? [] : keys.split(" "),
                });
                assert.match(statement, /^(1|Read)$/);
            });
        }
    });
    it("names a statement by its Sid or, without one, by its number", () => {
        const statements = [allow("logs:*"), read({ Sid: "" }), decrypt({ Sid: "Decrypt" })];
        assert.deepEqual(
            breadthsOf(...statements).map(({ statement }) => statement),
            ["2", "Decrypt"],
        );
    });

    it("reads very many statements in bounded time", () => {
        const statements = Array.from({ length: 400 }, () => [
            read(),
            deny("secretsmanager:*", { Resource: NAMED }),
        ]);
        const start = performance.now();
        assert.equal(breadthsOf(...statements.flat()).length, 400);
        assert.ok(performance.now() - start < 1_000);
    });
});
