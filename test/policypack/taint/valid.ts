import type { PolicyRow } from "../../support/policy-table";
import { secretOf, UNKNOWN } from "../../support/wire";
import {
    VALUE,
    OTHER,
    ACCOUNT,
    ARN,
    tainted,
    untainted,
    lambda,
    parameter,
    version,
    withParameter,
} from "./stack";

/** Where nothing is said. */
export const valid: readonly PolicyRow[] = [
    {
        name: "a text that Pulumi holds secret elsewhere, in a place that it does not",
        stack: withParameter(untainted({ GREETING: VALUE })),
    },
    {
        name: "a secret that is injected, whose ARN is held secret",
        stack: withParameter(tainted({}, { PASSWORD: ARN }), ARN),
    },
    {
        name: "words, flags, numbers and addresses beside a secret that is injected",
        stack: {
            task: tainted(
                {
                    LEVEL: "info",
                    DEBUG: "true",
                    PORT: "8080",
                    DB_HOST: "db.example.internal",
                    DOCS: "https://docs.example/web",
                    REGION: "us-east-1",
                    VERSION: "2.13.4",
                    TIMEOUT: "30s",
                    EMPTY: "",
                    ROLE: "arn:aws:iam::123456789012:role/web",
                    FILE: "/run/secrets/web",
                },
                { PASSWORD: ARN },
            ),
        },
    },
    {
        name: "opaque values beside an ARN that is known to be held secret, which explains it",
        stack: {
            lambda: lambda({ SECRET_ARN: secretOf(ARN) }),
            task: tainted({ COMMIT: "3f2a91c07be4" }, { PASSWORD: ARN }),
        },
    },
    {
        name: "a place that is reported for its name",
        stack: withParameter(tainted({ DB_PASSWORD: VALUE })),
    },
    {
        name: "a place that is reported for its value",
        stack: { task: lambda({ TARGET: secretOf(`postgres://app:${VALUE}@db/app`) }) },
    },
    {
        name: "opaque values beside a place that is reported, which explains it",
        stack: { task: tainted({ DB_PASSWORD: OTHER, COMMIT: "3f2a91c07be4" }) },
    },
    {
        name: "an ARN that is held secret alone",
        stack: { task: lambda({ A: secretOf(ARN) }) },
    },
    {
        name: "a port that is held secret alone",
        stack: { task: lambda({ A: secretOf("5432") }) },
    },
    {
        name: "a flag that is held secret alone",
        stack: { task: lambda({ A: secretOf("true") }) },
    },
    {
        name: "an account that is held secret, in an ARN",
        stack: withParameter(tainted({ ROLE: `arn:aws:iam::${ACCOUNT}:role/web` }), ACCOUNT),
    },
    {
        name: "a secret text of three letters, which stands everywhere",
        stack: withParameter(tainted({ STAGE: "dev" }), "dev"),
    },
    {
        name: "a word that is held secret elsewhere, inside of a longer text beside a reference",
        stack: withParameter(tainted({ TITLE: "the admin pages" }, { PASSWORD: ARN }), "admin"),
    },
    {
        name: "a value that is not known yet",
        stack: { task: lambda({ GREETING: secretOf(UNKNOWN) }) },
    },
    {
        name: "definitions that are not known yet",
        stack: {
            task: {
                type: "aws:ecs/taskDefinition:TaskDefinition",
                props: { containerDefinitions: UNKNOWN },
            },
        },
    },
    {
        name: "a parameter of type String: the provider holds each of them secret",
        stack: { task: parameter("made-up-greeting-4711", "String") },
    },
    {
        name: "the properties of a connection: the provider holds all of them secret",
        stack: {
            task: {
                type: "aws:glue/connection:Connection",
                props: { connectionProperties: secretOf({ HOST_LIST: "made-up-hosts-4711" }) },
            },
        },
    },
    {
        name: "the value of a parameter of type String elsewhere: everybody may read it",
        stack: {
            shown: parameter(VALUE, "String"),
            task: tainted({ GREETING: VALUE, PASSWORD: OTHER }),
        },
    },
    {
        name: "a SecureString, and a secret of Secrets Manager",
        stack: { task: parameter(VALUE), version: version(VALUE) },
    },
    {
        name: "a resource of a type that shows nothing",
        stack: { task: { type: "aws:sns/topic:Topic", props: { name: secretOf(VALUE) } } },
    },
    {
        name: "what is exempted",
        stack: { task: lambda({ GREETING: secretOf(VALUE) }) },
        config: {
            "aws-plaintext-no-pulumi-secrets": {
                exemptions: [
                    {
                        urn: "*::task",
                        variable: "GREETING",
                        reason: "It is no secret.",
                        expires: "2999-12-31",
                    },
                ],
            },
        },
    },
];
