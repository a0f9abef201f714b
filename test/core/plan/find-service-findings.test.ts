import assert from "node:assert/strict";
import { DEFERRED, findServiceFindings, type Finding } from "../../../core";
import { container, KEY_1, RIGHT, service } from "./fixtures";

const at = (path: string, reason: string, remedy: string): Finding => ({ path, reason, remedy });
const notKey = at(
    "secrets.s.kmsKeyId",
    "is not the ARN of a key (an alias or a bare key id cannot be granted)",
    "Give the key's ARN, for example key.arn.",
);
const secret = (fields: object) =>
    service({ secrets: { ...RIGHT.secrets, s: { value: DEFERRED, ...fields } } });
const NO_LEVELS =
    "this is no parameter name (letters, digits, . - _ and, from the first character on, / between levels)";

describe("findServiceFindings finds nothing in", () => {
    const rows: [string, unknown][] = [
        ["the example", RIGHT],
        [
            "a name, a description and a key that are Outputs",
            secret({ name: DEFERRED, description: DEFERRED, kmsKeyId: DEFERRED }),
        ],
        ["the ARN of a key", secret({ kmsKeyId: KEY_1 })],
        [
            "the ARN of a multi-Region key",
            secret({ kmsKeyId: KEY_1.replace(/key.*/, "key/mrk-0123") }),
        ],
        [
            "the ARN of a key in China",
            secret({ kmsKeyId: "arn:aws-cn:kms:cn-north-1:123456789012:key/1" }),
        ],
        ["a parameter's name of one level with a slash", secret({ store: "ssm", name: "/x" })],
        ["a secret's name with a slash inside", secret({ name: "web/db" })],
        ["a secret with the name of a parameter", secret({ name: "db", store: "secretsmanager" })],
        ["the name of a parameter, in the other store", secret({ name: "/web/db" })],
        [
            "two names that are Outputs, which may differ",
            service({
                secrets: {
                    ...RIGHT.secrets,
                    s: { value: DEFERRED, name: DEFERRED },
                    t: { value: DEFERRED, name: DEFERRED },
                },
            }),
        ],
        [
            "a dependency on another container",
            service({
                containers: {
                    a: {
                        image: "i",
                        memory: 1,
                        dependsOn: [DEFERRED, { containerName: "b", condition: "START" }],
                    },
                    b: {
                        image: "i",
                        memory: 1,
                        dependsOn: [{ containerName: DEFERRED, condition: DEFERRED }],
                    },
                },
            }),
        ],
        [
            "a plaintext value that is an Output, which is judged later",
            container({ environment: { DB_PASSWORD: DEFERRED } }),
        ],
        ["a reference that is an Output", container({ secrets: { A: DEFERRED } })],
        [
            "a sensitive name whose value points to a store",
            container({ environment: { DB_PASSWORD: "/run/secrets/db" } }),
        ],
        [
            "the same variable, plain in one container and injected in another",
            service({
                containers: {
                    a: { image: "i", memory: 1, environment: { A: "x" } },
                    b: { image: "i", memory: 1, secrets: { A: "/x" } },
                },
            }),
        ],
    ];
    for (const [name, args] of rows) {
        it(name, () => assert.deepEqual(findServiceFindings(args), []));
    }
});

describe("findServiceFindings finds", () => {
    const rows: [string, unknown, Finding[]][] = [
        [
            "an empty value",
            secret({ value: "" }),
            [
                at(
                    "secrets.s.value",
                    "is empty",
                    "Give the value, for example config.requireSecret(…).",
                ),
            ],
        ],
        ["an alias", secret({ kmsKeyId: "alias/web" }), [notKey]],
        [
            "the ARN of an alias",
            secret({ kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:alias/web" }),
            [notKey],
        ],
        ["a bare key id", secret({ kmsKeyId: "00000000-0000-0000-0000-000000000001" }), [notKey]],
        [
            "all keys at once, which the role could then use",
            secret({ kmsKeyId: KEY_1.replace(/key.*/, "key/*") }),
            [notKey],
        ],
        [
            "a key without a region",
            secret({ kmsKeyId: "arn:aws:kms::123456789012:key/1" }),
            [notKey],
        ],
        [
            "a parameter's name without a leading slash",
            secret({ store: "ssm", name: "web/db" }),
            [
                at(
                    "secrets.s.name",
                    NO_LEVELS,
                    "Write it like /web/database-password; a secret of Secrets Manager is named by its complete ARN.",
                ),
            ],
        ],
        [
            "a parameter's name that AWS keeps for itself",
            secret({ store: "ssm", name: "/aws/reference/secretsmanager/x" }),
            [
                at(
                    "secrets.s.name",
                    "a parameter name may not begin with aws or ssm",
                    "Name it otherwise.",
                ),
            ],
        ],
        [
            "a secret's name with what AWS does not take",
            secret({ name: "web:db" }),
            [
                at(
                    "secrets.s.name",
                    "is no secret name (letters, digits and / _ + = . @ -)",
                    "Name it otherwise.",
                ),
            ],
        ],
        [
            "a parameter with the name of another one",
            secret({ store: "ssm", name: "/web/db" }),
            [
                at(
                    "secrets.s.name",
                    "is the name of secrets.database already, in the same store",
                    "Name one of the two otherwise.",
                ),
            ],
        ],
        [
            "a secret with the name of another one, the default store given or not",
            service({
                secrets: {
                    splunk: { value: DEFERRED, name: "x", store: "secretsmanager" },
                    database: { value: DEFERRED, name: "x" },
                },
            }),
            [
                at(
                    "secrets.splunk.name",
                    "is the name of secrets.database already, in the same store",
                    "Name one of the two otherwise.",
                ),
            ],
        ],
        [
            "a dependency on a container that is not there, with its place in the list",
            service({
                containers: {
                    a: {
                        image: "i",
                        memory: 1,
                        dependsOn: [
                            { containerName: "b", condition: "START" },
                            { containerName: "canary-0000", condition: "START" },
                        ],
                    },
                    b: { image: "i", memory: 1 },
                },
            }),
            [
                at(
                    "containers.a.dependsOn[1].containerName",
                    "names no container of the task",
                    "Name another container: b.",
                ),
            ],
        ],
        [
            "a dependency on the container itself",
            container({ dependsOn: [{ containerName: "web", condition: "START" }] }),
            [
                at(
                    "containers.web.dependsOn[0].containerName",
                    "is the container itself",
                    "Remove it: there is no other container.",
                ),
            ],
        ],
        [
            "a container's name that Amazon ECS does not take",
            service({ containers: { "a b": { image: "i", memory: 1 } } }),
            [
                at(
                    "containers.a b",
                    "the container's name may hold letters, digits, - and _ alone",
                    "Rename the container.",
                ),
            ],
        ],
        [
            "a sensitive name in plaintext, in environment and in options",
            container({
                environment: { DB_PASSWORD: "canary-0000" },
                logConfiguration: {
                    logDriver: "splunk",
                    options: { "splunk-token": "canary-0000" },
                },
            }),
            [
                at(
                    "containers.web.environment.DB_PASSWORD",
                    "is plaintext: its name reads as a password",
                    "Move it to the container's secrets: plaintext shows to everybody who may describe the task definition.",
                ),
                at(
                    "containers.web.logConfiguration.options.splunk-token",
                    "is plaintext: its name reads as a token",
                    "Move it to secretOptions: plaintext shows to everybody who may describe the task definition.",
                ),
            ],
        ],
        [
            "a name in environment and in secrets, with an Output or without",
            container({
                environment: { A: "x", B: DEFERRED, C: "x" },
                secrets: { A: "/a", B: "/b" },
            }),
            ["A", "B"].map((name) =>
                at(
                    `containers.web.secrets.${name}`,
                    "has the name of an environment variable of the same container",
                    `Remove ${name} from environment.`,
                ),
            ),
        ],
    ];
    for (const [name, args, findings] of rows) {
        it(name, () => assert.deepEqual(findServiceFindings(args), findings));
    }

    it("everything at once, sorted, also beside what has the wrong shape", () => {
        const args = {
            cluster: "c",
            colour: "red",
            launchType: "FARGATE",
            networkMode: "bridge",
            secrets: { a: { value: "", kmsKeyId: "alias/x" }, b: { value: 1, store: "vault" } },
            containers: {
                z: {
                    environment: { DB_PASSWORD: "canary-0000", X: 1 },
                    secrets: { S: { secret: "c" }, T: { secret: "b" }, U: "x:3", X: [] },
                },
                y: "canary-0000",
            },
        };
        assert.deepEqual(
            findServiceFindings(args).map(({ path, reason }) => `${path}: ${reason}`),
            [
                "colour: is no known property",
                "containers.y: must be an object",
                "containers.z.environment.DB_PASSWORD: is plaintext: its name reads as a password",
                "containers.z.environment.X: must be a string",
                "containers.z.image: is missing",
                "containers.z.secrets.S.secret: names no key of the service's secrets",
                "containers.z.secrets.U: Amazon ECS takes no version or label after a parameter name",
                "containers.z.secrets.X: has the name of an environment variable of the same container",
                "containers.z.secrets.X: must be an object",
                "cpu: is missing, and launch type FARGATE needs it",
                "memory: is missing, and launch type FARGATE needs it",
                "networkMode: launch type FARGATE runs with network mode awsvpc alone",
                "secrets.a.kmsKeyId: is not the ARN of a key (an alias or a bare key id cannot be granted)",
                "secrets.a.value: is empty",
                "secrets.b.store: is none of the known values",
                "secrets.b.value: must be a string",
            ],
        );
    });
});
