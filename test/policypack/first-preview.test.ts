import assert from "node:assert/strict";
import { Role } from "@pulumi/aws/iam";
import { Alias, Key } from "@pulumi/aws/kms";
import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import {
    SecretInjectedTaskDefinition,
    type SecretInjectedTaskDefinitionArgs,
    type SecretReferenceArgs,
} from "../../components";
import { fakeCall } from "../support/fake-account";
import { runPack, toPackResources } from "../support/policies";
import { recordClean } from "../support/recorded";
import type { RecordingOptions } from "../support/recording";

type TaskArgs = Partial<SecretInjectedTaskDefinitionArgs>;

/** What the fake account makes of the key's name. */
const KEY_ID = "00000000-0000-4000-8000-6b6579ffffff";

const value = pulumi.secret("made-up");

/** A task definition that injects this, and has these args. */
const inject = (references: Record<string, SecretReferenceArgs>, args: TaskArgs = {}) =>
    new SecretInjectedTaskDefinition("web", {
        cpu: 256,
        memory: 512,
        containers: { web: { image: "httpd", secrets: references } },
        ...args,
    });

const own = (args: TaskArgs) =>
    inject({ A: { secret: "a" } }, { secrets: { a: { value, kmsKeyId: createKey() } }, ...args });

const createKey = () => new Key("key", {});
const createAlias = () => new Alias("alias", { name: "alias/web", targetKeyId: createKey().keyId });
const createParameter = (keyId: pulumi.Input<string>) =>
    new Parameter("parameter", { type: "SecureString", value, keyId });
const createRole = () =>
    new Role("tasks", {
        assumeRolePolicy: JSON.stringify({
            Version: "2012-10-17",
            Statement: {
                Effect: "Allow",
                Principal: { Service: "ecs-tasks.amazonaws.com" },
                Action: "sts:AssumeRole",
            },
        }),
    });

const PROGRAMS: Readonly<Record<string, () => unknown>> = {
    "a parameter of the program": () => inject({ A: createParameter(createKey().arn) }),
    "a secret of the program": () =>
        inject({ A: new Secret("secret", { kmsKeyId: createKey().arn }) }),
    "a secret of the program by its ARN, with its key": () => {
        const key = createKey();
        const secret = new Secret("secret", { kmsKeyId: key.arn });
        return inject({ A: { valueFrom: secret.arn, kmsKeyId: key } });
    },
    "a version of a secret of the program, whose key the args name": () => {
        const key = createKey();
        const { id: secretId } = new Secret("secret", { kmsKeyId: key.arn });
        const version = new SecretVersion("version", { secretId, secretString: value });
        return inject({ A: { secret: version, kmsKeyId: key } });
    },
    "a parameter whose key has an alias": () => inject({ A: createParameter(createAlias().name) }),
    "secrets of both stores whose key is given as an alias": () => {
        const kmsKeyId = createAlias();
        return inject(
            { A: { secret: "a" }, B: { secret: "b" } },
            { secrets: { a: { value, kmsKeyId }, b: { value, kmsKeyId, store: "ssm" } } },
        );
    },
    "managed policies": () => own({ executionRole: { policies: "managed" } }),
    "a role of the program": () => own({ executionRole: { existing: createRole() } }),
    "a role of the program and managed policies": () =>
        own({ executionRole: { existing: createRole(), policies: "managed" } }),
    "a role of another stack": () =>
        own({ executionRole: { existing: "arn:aws:iam::123456789012:role/tasks/web" } }),
    "a role of another stack and managed policies": () =>
        own({
            executionRole: {
                existing: "arn:aws:iam::123456789012:role/tasks/web",
                policies: "managed",
            },
        }),
    "credentials of a registry under a key": () => {
        const user = { username: "web", password: value };
        return inject(
            {},
            {
                secrets: { registry: { jsonValue: user, kmsKeyId: createKey() } },
                containers: {
                    web: { image: "httpd", repositoryCredentials: { secret: "registry" } },
                },
            },
        );
    },
};

/** The key of the alias is that of the program. */
const call: typeof fakeCall = (token, where, inputs = {}) =>
    inputs.keyId === "alias/web"
        ? { arn: `arn:aws:kms:us-east-1:123456789012:key/${KEY_ID}`, keyManager: "CUSTOMER" }
        : fakeCall(token, where, inputs);

const STATES: Readonly<Record<string, RecordingOptions>> = {
    "at its first preview": { mode: "preview" },
    "in a preview with the key alone there": { mode: "preview", existing: ["key", "alias"] },
    "in a preview with all but the task definition there": {
        mode: "preview",
        existing: ["key", "alias", "parameter", "secret", "version", "tasks", "web-secret-a"],
    },
    "when it is deployed": {},
};

const suspected = (right: string, error: string) =>
    "advisory suspected: secret web-secret-a, if a container injects it: no policy of the task execution role tasks that is known allows it, and none that is not known yet is computed from it. " +
    `Allow the task execution role tasks ${right}. Until then the task stops with ResourceInitializationError: … AccessDeniedException: ${error}.`;

describe("the whole pack is silent on the component with", () => {
    for (const [what, program] of Object.entries(PROGRAMS)) {
        for (const [when, options] of Object.entries(STATES)) {
            it(`${what}, ${when}`, async () => {
                const recording = await recordClean(program, { ...options, call });
                assert.deepEqual(await runPack(toPackResources(recording)), []);
            });
        }
    }

    it("no right of its own, which it was told to leave to others, but for what it cannot know", async () => {
        const program = () =>
            own({ executionRole: { existing: createRole(), attachPolicies: false } });
        const reports = await runPack(
            toPackResources(await recordClean(program, { mode: "preview" })),
        );
        assert.deepEqual(
            reports.map(({ level, message }) => `${level} ${message}`),
            [
                suspected("kms:Decrypt on the key's ARN", "Access to KMS is not allowed"),
                suspected(
                    "secretsmanager:GetSecretValue on the secret's ARN",
                    "… is not authorized to perform: secretsmanager:GetSecretValue",
                ),
            ],
        );
    });
});
