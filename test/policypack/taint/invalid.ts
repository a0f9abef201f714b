import type { ReportedRow } from "../../support/policy-table";
import { secretOf } from "../../support/wire";
import {
    ACCOUNT,
    FROM_CONFIG,
    SECRET,
    UNMARK,
    VALUE,
    WITHIN,
    build,
    inFunction,
    inPlace,
    inTask,
    lambda,
    machine,
    parameter,
    remedyOf,
    tainted,
    version,
    withParameter,
} from "./stack";

/** Where the stack is stopped. */
export const invalid: readonly ReportedRow[] = [
    {
        name: "a secret from the store beside it, under a harmless name",
        stack: withParameter(tainted({ LEVEL: "info", GREETING: VALUE })),
        messages: [inTask("GREETING", SECRET)],
    },
    {
        name: "a secret from the store beside it, inside of a longer text",
        stack: withParameter(tainted({ GREETING: `hello ${VALUE}!` })),
        messages: [inTask("GREETING", WITHIN)],
    },
    {
        name: "a password out of a document that is stored as a secret, by its name there",
        stack: {
            version: version(JSON.stringify({ username: "web-app-1", password: VALUE })),
            task: tainted({ GREETING: VALUE, WHO: "web-app-1" }),
        },
        messages: [inTask("GREETING", SECRET)],
    },
    {
        name: "a value of the config whose key reads as a credential",
        stack: { task: tainted({ COMMIT: "3f2a91c07be4", GREETING: "made-up-config-23" }) },
        messages: [inTask("GREETING", SECRET)],
    },
    {
        name: "a credential out of an object of the config",
        stack: { task: tainted({ GREETING: "made-up-config-99" }) },
        messages: [inTask("GREETING", SECRET)],
    },
    {
        name: "a value of the config under a harmless key, where nothing else can be the secret",
        stack: { task: tainted({ LEVEL: "info", GREETING: "<made-up-config-42>" }) },
        messages: [inTask("GREETING", FROM_CONFIG)],
    },
    {
        name: "an account that Pulumi holds secret, as a value of its own",
        stack: withParameter(tainted({ OWNER: ACCOUNT }), ACCOUNT),
        messages: [inTask("OWNER", SECRET)],
    },
    {
        name: "a variable that is held secret alone",
        stack: { task: lambda({ LEVEL: "info", GREETING: secretOf(VALUE) }) },
        messages: [inFunction("GREETING", SECRET)],
    },
    {
        name: "a word that is held secret alone",
        stack: { task: lambda({ LEVEL: "admin", GREETING: secretOf("admin") }) },
        messages: [inFunction("GREETING", SECRET)],
    },
    {
        name: "a secret from the store beside it in an object that is held secret",
        stack: withParameter(lambda(secretOf({ LEVEL: "info", GREETING: VALUE }))),
        messages: [inFunction("GREETING", SECRET)],
    },
    {
        name: "a word that is a password elsewhere",
        stack: {
            version: version(JSON.stringify({ password: "tomatoes" })),
            task: tainted({ GREETING: "tomatoes" }),
        },
        messages: [inTask("GREETING", SECRET)],
    },
    {
        name: "many words that are held secret elsewhere as well",
        stack: withParameter(
            tainted({ GREETING: "correct-made-up-battery" }),
            "correct-made-up-battery",
        ),
        messages: [inTask("GREETING", SECRET)],
    },
    {
        name: "a secret from the store beside it in the script of a machine",
        stack: withParameter(machine(secretOf(`#!/bin/sh\nexport GREETING=${VALUE} LEVEL=info\n`))),
        messages: [inPlace("userData GREETING", SECRET, machine("export GREETING=a"))],
    },
    {
        name: "a secret from the store beside it in a list that is held secret",
        stack: withParameter(
            build(
                secretOf([
                    { name: "LEVEL", value: "info" },
                    { name: "GREETING", value: VALUE },
                ]),
            ),
        ),
        messages: [
            inPlace("environment GREETING", SECRET, build([{ name: "GREETING", value: "a" }])),
        ],
    },
    {
        name: "a parameter of type String that shows what another one keeps",
        stack: { secret: parameter(VALUE), task: parameter(VALUE, "String") },
        messages: [
            `parameter /web/greeting is plaintext: ${SECRET}. ` +
                `${remedyOf(parameter("", "String"), "/web/greeting")} ${UNMARK}`,
        ],
    },
    {
        name: "every place of it, in the order of the places",
        stack: withParameter(tainted({ B: VALUE, A: VALUE })),
        messages: [inTask("A", SECRET), inTask("B", SECRET)],
    },
];
