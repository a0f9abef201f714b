import assert from "node:assert/strict";
import fc from "fast-check";
import {
    listInjections,
    parseContainerDefinitions,
    renderContainerDefinitions,
    type ContainerDefinition,
    type Finding,
} from "../../core";
import { containerDefinitions } from "../support/arbitraries";

const CANARY = "canary-value-0000";
const LIST = "Give a JSON array of container definitions.";
const at = (path: string, reason: string, remedy: string): Finding => ({ path, reason, remedy });

describe("parseContainerDefinitions reads", () => {
    const rows: [string, unknown, ContainerDefinition[]][] = [
        ["no container", [], []],
        ["a container as it is", [{ name: "a", image: "i" }], [{ name: "a", image: "i" }]],
        [
            "capitalised fields, as Amazon ECS takes them",
            [
                {
                    Name: "a",
                    Image: "i",
                    Environment: [{ Name: "A", Value: "b" }],
                    Secrets: [{ Name: "S", ValueFrom: "/s" }],
                    LogConfiguration: {
                        LogDriver: "splunk",
                        SecretOptions: [{ Name: "splunk-token", ValueFrom: "/t" }],
                    },
                },
            ],
            [
                {
                    name: "a",
                    image: "i",
                    environment: [{ name: "A", value: "b" }],
                    secrets: [{ name: "S", valueFrom: "/s" }],
                    logConfiguration: {
                        logDriver: "splunk",
                        secretOptions: [{ name: "splunk-token", valueFrom: "/t" }],
                    },
                },
            ],
        ],
        [
            "null as absent, at every depth",
            [
                {
                    name: "a",
                    image: "i",
                    environment: null,
                    secrets: [{ name: "S", valueFrom: "/s", extra: null }],
                    logConfiguration: { logDriver: "json-file", options: null },
                },
            ],
            [
                {
                    name: "a",
                    image: "i",
                    secrets: [{ name: "S", valueFrom: "/s" }],
                    logConfiguration: { logDriver: "json-file" },
                },
            ],
        ],
        [
            "labels and options with the names that the user chose",
            [
                {
                    name: "a",
                    image: "i",
                    DockerLabels: { Team: "x", Options: "y" },
                    logConfiguration: { logDriver: "x", Options: { Host: "h", URI: "u" } },
                },
            ],
            [
                {
                    name: "a",
                    image: "i",
                    dockerLabels: { Team: "x", Options: "y" },
                    logConfiguration: { logDriver: "x", options: { Host: "h", URI: "u" } },
                },
            ],
        ],
        [
            "a variable without a value, which is not known to be empty",
            [{ name: "a", image: "i", environment: [{ name: "A" }] }],
            [{ name: "a", image: "i", environment: [{ name: "A" } as never] }],
        ],
        [
            "fields that it does not know",
            [{ name: "a", image: "i", ulimits: [{ Name: "core", SoftLimit: 0 }], cpu: 0 }],
            [{ name: "a", image: "i", ulimits: [{ name: "core", softLimit: 0 }], cpu: 0 }],
        ],
    ];
    for (const [name, input, definitions] of rows) {
        it(name, () => {
            const expected = { definitions, findings: [] };
            assert.deepEqual(parseContainerDefinitions(JSON.stringify(input)), expected);
        });
    }

    it("what renderContainerDefinitions writes", () => {
        fc.assert(
            fc.property(containerDefinitions, (definitions) => {
                const json = renderContainerDefinitions(definitions);
                const expected = { definitions, findings: [] };
                assert.deepEqual(parseContainerDefinitions(json), expected);
            }),
        );
    });
});

describe("parseContainerDefinitions finds", () => {
    const unreadable: [string, string, string][] = [
        ["text that is no JSON, and does not quote it", `[${CANARY}`, "the text is not JSON"],
        ["an empty text", "", "the text is not JSON"],
        ["an object", "{}", "the JSON is not an array"],
        ["null", "null", "the JSON is not an array"],
        ["null among containers", "[null]", "an element of the array is not an object"],
        ["a text among containers", `["${CANARY}"]`, "an element of the array is not an object"],
        ["a list among containers", "[[]]", "an element of the array is not an object"],
    ];
    for (const [name, json, reason] of unreadable) {
        it(name, () => {
            const findings = [at("containerDefinitions", reason, LIST)];
            assert.deepEqual(parseContainerDefinitions(json), { definitions: [], findings });
        });
    }

    const NAMED = "Give an array of objects with name and valueFrom, both of them strings.";
    const VALUED = "Give an array of objects with name and value, both of them strings.";
    const partly: [string, object, object, Finding[]][] = [
        [
            "secrets that are no list",
            { secrets: { A: CANARY } },
            {},
            [at("containerDefinitions[0].secrets", "is not an array", NAMED)],
        ],
        [
            "a secret without a reference, and keeps the others",
            { secrets: [{ name: "A" }, { name: "B", valueFrom: "/b" }, CANARY, null] },
            { secrets: [{ name: "B", valueFrom: "/b" }] },
            [0, 2, 3].map((index) =>
                at(`containerDefinitions[0].secrets[${index}]`, "cannot be read", NAMED),
            ),
        ],
        [
            "a variable without a name",
            { environment: [{ value: CANARY }] },
            { environment: [] },
            [at("containerDefinitions[0].environment[0]", "cannot be read", VALUED)],
        ],
        [
            "a value that is a number, and keeps its name for the policies",
            { environment: [{ name: "DB_PASSWORD", value: 1234 }] },
            { environment: [{ name: "DB_PASSWORD", value: 1234 }] },
            [at("containerDefinitions[0].environment[0].value", "is not a string", VALUED)],
        ],
        [
            "a log configuration that is a text",
            { logConfiguration: CANARY },
            {},
            [
                at(
                    "containerDefinitions[0].logConfiguration",
                    "is not an object",
                    "Give an object with logDriver.",
                ),
            ],
        ],
        [
            "secret options that are no list",
            { logConfiguration: { logDriver: "x", secretOptions: "y" } },
            { logConfiguration: { logDriver: "x" } },
            [
                at(
                    "containerDefinitions[0].logConfiguration.secretOptions",
                    "is not an array",
                    NAMED,
                ),
            ],
        ],
    ];
    for (const [name, fields, kept, findings] of partly) {
        it(name, () => {
            const parsed = parseContainerDefinitions(
                JSON.stringify([{ name: "a", image: "i", ...fields }]),
            );
            const definitions = [{ name: "a", image: "i", ...kept }];
            assert.deepEqual(parsed, { definitions, findings });
            assert.doesNotThrow(() => listInjections(parsed.definitions));
        });
    }
});
