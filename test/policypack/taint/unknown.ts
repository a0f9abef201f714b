import type { ReportedRow } from "../../support/policy-table";
import { secretOf } from "../../support/wire";
import {
    VALUE,
    ACCOUNT,
    ARN,
    UNMARK,
    version,
    SECRET,
    WITHIN,
    inTask,
    inFunction,
    undecided,
    tainted,
    lambda,
    withParameter,
} from "./stack";

/** What is no more than likely, or cannot be told. */
export const unknown: readonly ReportedRow[] = [
    {
        name: "a secret of which nothing is known but that it is there: what it may be is named",
        stack: {
            task: tainted({ LEVEL: "info", COMMIT: "3f2a91c07be4", GREETING: VALUE }),
        },
        messages: [undecided("COMMIT", "GREETING")],
    },
    {
        name: "a value of the config under a harmless key beside another that it may be",
        stack: {
            task: tainted({ COMMIT: "3f2a91c07be4", GREETING: "made-up-config-42" }),
        },
        messages: [undecided("COMMIT", "GREETING")],
    },
    {
        name: "a value of the config under a harmless key beside an ARN that may be held secret",
        stack: { task: tainted({ GREETING: "made-up-config-42" }, { PASSWORD: ARN }) },
        messages: [undecided("GREETING")],
    },
    {
        name: "a secret text that goes on with digits: it is another text",
        stack: withParameter(tainted({ GREETING: `${VALUE}22` })),
        messages: [undecided("GREETING")],
    },
    {
        name: "an address that is held secret alone",
        stack: { task: lambda({ GREETING: secretOf("db.example.internal:5432") }) },
        messages: [inFunction("GREETING", SECRET)],
    },
    {
        name: "an object that is held secret as a whole: what it may be is named",
        stack: {
            task: lambda(secretOf({ LEVEL: "info", COMMIT: "3f2a91c07be4", A: VALUE })),
        },
        messages: [
            "environment is held secret by Pulumi, and which part of it is secret cannot be told: it may be environment A, environment COMMIT. " +
                `Move what is a secret to a secret store. ${UNMARK}`,
        ],
    },
    {
        name: "more places than one can read, the first ten of them",
        stack: {
            task: tainted(
                Object.fromEntries([..."ABCDEFGHIJKL"].map((name) => [name, `${VALUE}-${name}`])),
            ),
        },
        messages: [
            undecided(..."ABCDEFGHIJ").replace("environment J.", "environment J and 2 more."),
        ],
    },
    {
        name: "a word that is held secret elsewhere as well",
        stack: withParameter(tainted({ ROLE: "admin" }), "admin"),
        messages: [inTask("ROLE", SECRET)],
    },
    {
        name: "a word, if nothing else stands there that may be the secret",
        stack: { task: tainted({ GREETING: "tomatoes", PORT: "8080" }) },
        messages: [undecided("GREETING")],
    },
    {
        name: "a short word that is a password elsewhere",
        stack: {
            version: version(JSON.stringify({ password: "tomato" })),
            task: tainted({ GREETING: "tomato" }),
        },
        messages: [inTask("GREETING", SECRET)],
    },
    {
        name: "an account that is held secret, in an address",
        stack: withParameter(
            tainted({ QUEUE: `https://sqs.us-east-1.amazonaws.com/${ACCOUNT}/web` }),
            ACCOUNT,
        ),
        messages: [inTask("QUEUE", WITHIN)],
    },
    {
        name: "any of it where what is noted has been turned off, and says so once",
        stack: {
            task: lambda({ GREETING: secretOf(VALUE) }),
            other: lambda({ GREETING: secretOf(VALUE) }),
        },
        config: { "pulumi-secret-require-tracking": "disabled" },
        messages: [
            "undetermined: what Pulumi holds secret is not known here; leave pulumi-secret-require-tracking at the level remediate, and take @pulumi/policy 1.21 or a version that this pack knows.",
        ],
    },
];
