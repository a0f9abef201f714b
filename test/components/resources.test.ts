import assert from "node:assert/strict";
import { Alias, Key } from "@pulumi/aws/kms";
import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import type { SecretReferenceArgs } from "../../components";
import { resource, recordClean } from "../support/recorded";
import {
    apiService,
    arnOf,
    decryptParameters,
    decryptSecrets,
    definitionsOf,
    readParameters,
    readSecrets,
    statementsOf,
} from "./api";

const KEY = arnOf("kms", "key/00000000-0000-4000-8000-000000000001");
const OTHER = arnOf("kms", "key/00000000-0000-4000-8000-000000000002");
const DB = arnOf("secretsmanager", "secret:db-AbCdEf");
const PARAMETER = arnOf("ssm", "parameter/db");

interface Row {
    readonly name: string;
    readonly make: () => SecretReferenceArgs;
    readonly valueFrom: string;
    readonly statements: readonly object[];
    /** The version that a new value starts new tasks through. */
    readonly triggers?: Readonly<Record<string, string>>;
    /** What the service waits for besides its own. */
    readonly waitsFor: string;
}

const secret = (args: ConstructorParameters<typeof Secret>[1]) =>
    new Secret("db", { name: "db", ...args });

const version = () =>
    new SecretVersion("db-version", { secretId: secret({}).id, secretString: "made-up-value" });

const parameter = (args: Partial<ConstructorParameters<typeof Parameter>[1]> = {}) =>
    new Parameter("db", { name: "/db", type: "SecureString", value: "made-up-value", ...args });

const ofSecret = { valueFrom: DB, waitsFor: "db" };
const decrypting = [readSecrets(DB), decryptSecrets(KEY, [DB])];

const ofParameter = {
    valueFrom: PARAMETER,
    waitsFor: "db",
    triggers: { "containers.api.secrets.DB": "1" },
};

const ROWS: Row[] = [
    {
        name: "a Secret without a key",
        make: () => secret({}),
        ...ofSecret,
        statements: [readSecrets(DB)],
    },
    {
        name: "a Secret whose key is named by its ARN",
        make: () => secret({ kmsKeyId: KEY }),
        ...ofSecret,
        statements: decrypting,
    },
    {
        name: "a Secret whose key is named by its id",
        make: () => secret({ kmsKeyId: "00000000-0000-4000-8000-000000000001" }),
        ...ofSecret,
        statements: decrypting,
    },
    {
        name: "a Secret whose key is named by an alias",
        make: () => secret({ kmsKeyId: "alias/00000000-0000-4000-8000-000000000001" }),
        ...ofSecret,
        statements: decrypting,
    },
    {
        name: "a Secret under the key that AWS manages, named by its alias",
        make: () => secret({ kmsKeyId: "alias/aws/secretsmanager" }),
        ...ofSecret,
        statements: [readSecrets(DB)],
    },
    {
        name: "a JSON key of a Secret",
        make: () => ({ secret: secret({ kmsKeyId: KEY }), jsonKey: "password" }),
        ...ofSecret,
        valueFrom: `${DB}:password::`,
        statements: decrypting,
    },
    {
        name: "a Secret with a key that is named beside it, which goes first",
        make: () => ({ secret: secret({ kmsKeyId: OTHER }), kmsKeyId: KEY }),
        ...ofSecret,
        statements: decrypting,
    },
    {
        name: "a SecretVersion, whose value starts new tasks",
        make: version,
        valueFrom: DB,
        waitsFor: "db-version",
        statements: [readSecrets(DB)],
        triggers: { "containers.api.secrets.DB": "00000000-0000-4000-8000-64622d766572" },
    },
    {
        name: "a stage of a SecretVersion with a key that is named beside it",
        make: () => ({ secret: version(), versionStage: "AWSPREVIOUS", kmsKeyId: KEY }),
        valueFrom: `${DB}::AWSPREVIOUS:`,
        waitsFor: "db-version",
        statements: decrypting,
        triggers: { "containers.api.secrets.DB": "00000000-0000-4000-8000-64622d766572" },
    },
    {
        name: "a SecureString under the key that AWS manages",
        make: () => parameter({ keyId: "alias/aws/ssm" }),
        ...ofParameter,
        statements: [readParameters(PARAMETER)],
    },
    {
        name: "a SecureString under a key",
        make: () => parameter({ keyId: KEY }),
        ...ofParameter,
        statements: [readParameters(PARAMETER), decryptParameters(KEY, [PARAMETER])],
    },
    {
        name: "a SecureString under a key that is named by an alias",
        make: () => parameter({ keyId: "alias/00000000-0000-4000-8000-000000000001" }),
        ...ofParameter,
        statements: [readParameters(PARAMETER), decryptParameters(KEY, [PARAMETER])],
    },
    {
        name: "a parameter of type String, which no key encrypts, whatever it names",
        make: () => parameter({ type: "String", keyId: KEY }),
        ...ofParameter,
        statements: [readParameters(PARAMETER)],
    },
    {
        name: "an ARN with a key that is named by its ARN",
        make: () => ({ valueFrom: DB, kmsKeyId: KEY }),
        valueFrom: DB,
        waitsFor: "api-execution-policy",
        statements: decrypting,
    },
    {
        name: "an ARN with a key that is named by its id",
        make: () => ({ valueFrom: DB, kmsKeyId: "00000000-0000-4000-8000-000000000001" }),
        valueFrom: DB,
        waitsFor: "api-execution-policy",
        statements: decrypting,
    },
    {
        name: "an ARN with a key that is named by the ARN of an alias",
        make: () => ({
            valueFrom: DB,
            kmsKeyId: arnOf("kms", "alias/00000000-0000-4000-8000-000000000001"),
        }),
        valueFrom: DB,
        waitsFor: "api-execution-policy",
        statements: decrypting,
    },
    {
        name: "a parameter's name with a key that is a resource",
        make: () => ({ valueFrom: "/db", kmsKeyId: new Key("key", {}) }),
        valueFrom: "/db",
        waitsFor: "api-execution-policy",
        statements: [
            readParameters(PARAMETER),
            decryptParameters(arnOf("kms", "key/00000000-0000-4000-8000-6b6579ffffff"), [
                PARAMETER,
            ]),
        ],
    },
    {
        name: "an ARN with an alias that is a resource",
        make: () => ({
            valueFrom: pulumi.output(DB),
            kmsKeyId: new Alias("alias", {
                targetKeyId: "00000000-0000-4000-8000-000000000001",
            }),
        }),
        valueFrom: DB,
        waitsFor: "api-execution-policy",
        statements: decrypting,
    },
];

describe("what exists already, in place of a reference:", () => {
    for (const { name, make, valueFrom, statements, triggers, waitsFor } of ROWS) {
        it(name, async () => {
            const recording = await recordClean(() => apiService({ secrets: { DB: make() } }));
            assert.deepEqual(definitionsOf(recording)[0].secrets, [{ name: "DB", valueFrom }]);
            assert.deepEqual(statementsOf(recording), statements);
            const service = resource(recording, "api-service");
            assert.deepEqual(service.inputs.triggers, triggers ?? {});
            assert.ok(service.dependencies.includes(resource(recording, waitsFor).urn), waitsFor);
        });
    }
});
