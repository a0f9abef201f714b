import assert from "node:assert/strict";
import {
    planContainerDefinitions,
    type ContainerDefinition,
    type ResolvedContainer,
} from "../../../core";

describe("planContainerDefinitions", () => {
    const rows: [string, Record<string, ResolvedContainer>, ContainerDefinition[]][] = [
        [
            "makes an essential container, and no field that was not given",
            { web: { image: "httpd" } },
            [{ name: "web", image: "httpd", essential: true }],
        ],
        [
            "makes one that says undefined no different",
            {
                web: {
                    image: "httpd",
                    essential: undefined,
                    environment: undefined,
                    secrets: undefined,
                    logConfiguration: undefined,
                },
            },
            [{ name: "web", image: "httpd", essential: true }],
        ],
        [
            "keeps a container that is not essential",
            { web: { image: "httpd", essential: false } },
            [{ name: "web", image: "httpd", essential: false }],
        ],
        [
            "makes the lists of Amazon ECS of records, and keeps the rest",
            {
                web: {
                    image: "httpd",
                    memory: 128,
                    portMappings: [{ containerPort: 80 }],
                    environment: { A: "x", B: "" },
                    secrets: { S: "/s" },
                    logConfiguration: {
                        logDriver: "splunk",
                        options: { "splunk-url": "https://splunk.example" },
                        secretOptions: { "splunk-token": "/t" },
                    },
                },
            },
            [
                {
                    name: "web",
                    image: "httpd",
                    essential: true,
                    memory: 128,
                    portMappings: [{ containerPort: 80 }],
                    environment: [
                        { name: "A", value: "x" },
                        { name: "B", value: "" },
                    ],
                    secrets: [{ name: "S", valueFrom: "/s" }],
                    logConfiguration: {
                        logDriver: "splunk",
                        options: { "splunk-url": "https://splunk.example" },
                        secretOptions: [{ name: "splunk-token", valueFrom: "/t" }],
                    },
                },
            ],
        ],
        [
            "gives a log driver without options nothing more",
            { web: { image: "httpd", logConfiguration: { logDriver: "json-file" } } },
            [
                {
                    name: "web",
                    image: "httpd",
                    essential: true,
                    logConfiguration: { logDriver: "json-file" },
                },
            ],
        ],
    ];
    for (const [name, containers, definitions] of rows) {
        it(name, () => assert.deepEqual(planContainerDefinitions(containers), definitions));
    }
});
