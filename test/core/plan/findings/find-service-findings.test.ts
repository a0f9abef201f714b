import assert from "node:assert/strict";
import { DEFERRED, findServiceFindings, type Finding } from "../../../../core";
import { container, KEY_1, RIGHT, service } from "../fixtures";

const at = (path: string, reason: string, remedy: string): Finding => ({ path, reason, remedy });
const notKey = at(
    "secrets.s.kmsKeyId",
    "names no key",
    "Give the key's ARN, its id, or the name or ARN of its alias.",
);
const secret = (fields: object) =>
    service({ secrets: { ...RIGHT.secrets, s: { value: DEFERRED, ...fields } } });
const NO_LEVELS =
    "this is no parameter name (letters, digits, . - _ and, from the first character on, / between levels)";

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
});
