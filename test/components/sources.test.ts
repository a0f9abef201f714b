import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { SecretArgs } from "../../components";
import { RANDOM_PASSWORD } from "../support/fake-account";
import { recordClean, resource } from "../support/recorded";
import { secretOf, type Wire } from "../support/wire";
import { apiService, arnOf, childrenWith, type Child } from "./api";

interface Row {
    readonly name: string;
    readonly secret: SecretArgs;
    readonly children: Readonly<Record<string, Child>>;
    /** What starts new tasks. */
    readonly triggers: Wire;
}

const SECRET = "api-secret-own";
const VERSION = "api-secret-own-version";
const ARN = arnOf("secretsmanager", "secret:api-secret-own-0a1b2c3-AbCdEf");
const AWAY = "arn:aws:kms:eu-west-2:123456789012:key/00000000-0000-4000-8000-000000000001";
const MANAGED = { own: "00000000-0000-4000-8000-6170692d7365" };

/** A version that the program writes; with `keeps`, its first value alone. */
const version = (value: string, keeps: "first" | "all" = "all"): Child => ({
    inputs: {
        secretId: ARN,
        secretString: secretOf(value),
        versionStages: ["AWSCURRENT", "PULUMI"],
    },
    ignoreChanges: ["versionStages", ...(keeps === "first" ? ["secretString"] : [])],
    retainOnDelete: true,
});

const parameter = (value: string, more: Wire = {}): Child => ({
    inputs: {
        type: "SecureString",
        tier: "Intelligent-Tiering",
        value: secretOf(value),
        ...more,
    },
});

const kept = (child: Child): Child => ({
    ...child,
    ignoreChanges: ["description", "keyId", "tier", "value"],
});

const ROWS: Row[] = [
    {
        name: "a value is a version, and a new one starts new tasks",
        secret: { value: "made-up-value" },
        children: { [SECRET]: { inputs: {} }, [VERSION]: version("made-up-value") },
        triggers: MANAGED,
    },
    {
        name: "a JSON value has its keys sorted",
        secret: { jsonValue: { password: pulumi.secret("made-up"), host: "db", a: "1" } },
        children: {
            [SECRET]: { inputs: {} },
            [VERSION]: version('{"a":"1","host":"db","password":"made-up"}'),
        },
        triggers: MANAGED,
    },
    {
        name: "a generated password is written once, and kept",
        secret: { generate: {} },
        children: { [SECRET]: { inputs: {} }, [VERSION]: version(RANDOM_PASSWORD, "first") },
        triggers: {},
    },
    {
        name: "a generated password under a JSON key stands among the other entries, sorted",
        secret: { generate: { jsonKey: "password", jsonValue: { username: "app", a: "1" } } },
        children: {
            [SECRET]: { inputs: {} },
            [VERSION]: version(
                `{"a":"1","password":"${RANDOM_PASSWORD}","username":"app"}`,
                "first",
            ),
        },
        triggers: {},
    },
    {
        name: "a value that is filled in outside has no version at all",
        secret: { external: {} },
        children: { [SECRET]: { inputs: {} } },
        triggers: {},
    },
    {
        name: "a first value is written once, and what is filled in outside stays",
        secret: { external: { initialValue: "made-up-first" } },
        children: { [SECRET]: { inputs: {} }, [VERSION]: version("made-up-first", "first") },
        triggers: {},
    },
    {
        name: "an adopted secret makes nothing",
        secret: { arn: arnOf("secretsmanager", "secret:legacy-AbCdEf") },
        children: {},
        triggers: {},
    },
    {
        name: "a parameter is a SecureString, and a new value starts new tasks",
        secret: { store: "ssm", value: "made-up-value" },
        children: { [SECRET]: parameter("made-up-value") },
        triggers: { own: "1" },
    },
    {
        name: "a generated parameter is written once, and kept",
        secret: { store: "ssm", generate: {} },
        children: { [SECRET]: kept(parameter(RANDOM_PASSWORD)) },
        triggers: {},
    },
    {
        name: "a parameter that is filled in outside has a first value, and what is filled in stays",
        secret: { store: "ssm", external: { initialValue: "made-up-first" } },
        children: { [SECRET]: kept(parameter("made-up-first")) },
        triggers: {},
    },
    {
        name: "an adopted parameter makes nothing",
        secret: { arn: arnOf("ssm", "parameter/legacy") },
        children: {},
        triggers: {},
    },
    {
        name: "all that a secret may say of itself stands at the secret",
        secret: {
            value: "made-up-value",
            name: pulumi.output("db"),
            description: "the database's",
            recoveryWindowInDays: 0,
            replicas: [{ region: "eu-west-1" }, { region: "eu-west-2", kmsKeyId: AWAY }],
            tags: { team: "db", own: "yes" },
        },
        children: {
            [SECRET]: {
                inputs: {
                    name: "db",
                    description: "the database's",
                    recoveryWindowInDays: 0,
                    replicas: [{ region: "eu-west-1" }, { region: "eu-west-2", kmsKeyId: AWAY }],
                    tags: { stage: "test", team: "db", own: "yes" },
                },
            },
            [VERSION]: {
                ...version("made-up-value"),
                inputs: {
                    ...version("made-up-value").inputs,
                    secretId: arnOf("secretsmanager", "secret:db-AbCdEf"),
                },
            },
        },
        triggers: MANAGED,
    },
    {
        name: "a name prefix goes to AWS as such",
        secret: { external: {}, namePrefix: "db/" },
        children: {
            [SECRET]: { inputs: { namePrefix: "db/", tags: { stage: "test", team: "web" } } },
        },
        triggers: {},
    },
    {
        name: "all that a parameter may say of itself stands at the parameter",
        secret: {
            store: "ssm",
            value: "made-up-value",
            name: "/db/password",
            description: "the database's",
            tier: "Advanced",
            tags: pulumi.output({ team: "db" }),
        },
        children: {
            [SECRET]: parameter("made-up-value", {
                name: "/db/password",
                description: "the database's",
                tier: "Advanced",
                tags: { stage: "test", team: "db" },
            }),
        },
        triggers: { own: "1" },
    },
];

/** The tags of the component, for the rows that speak of tags. */
const tagsFor = ({ children }: Row) =>
    Object.values(children).some(({ inputs }) => "tags" in inputs)
        ? { tags: { stage: "test", team: "web" } }
        : {};

describe("of a secret that the component owns,", () => {
    for (const row of ROWS) {
        it(row.name, async () => {
            const recording = await recordClean(() =>
                apiService(
                    { secrets: { OWN: { secret: "own" } } },
                    { secrets: { own: row.secret }, ...tagsFor(row) },
                ),
            );
            assert.deepEqual(childrenWith(recording, "api-secret"), row.children);
            const { triggers } = resource(recording, "api-service").inputs;
            assert.deepEqual(triggers, row.triggers);
        });
    }
});
