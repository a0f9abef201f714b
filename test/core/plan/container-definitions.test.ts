import assert from "node:assert/strict";
import {
    planContainerDefinitions,
    type ContainerDefinition,
    type ResolvedContainer,
    type ResolvedPort,
} from "../../../core";

/** What AWS answers where a container definition says nothing. */
const DEFAULTS = {
    cpu: 0,
    environment: [],
    essential: true,
    mountPoints: [],
    portMappings: [],
    systemControls: [],
    volumesFrom: [],
};
const httpd = { name: "web", image: "httpd", ...DEFAULTS };

describe("planContainerDefinitions", () => {
    const rows: [string, ResolvedContainer, object][] = [
        ["writes out what AWS would add, and nothing else", { image: "httpd" }, httpd],
        [
            "makes one that says undefined no different",
            {
                ...{ image: "httpd", essential: undefined, environment: undefined },
                ...{ secrets: undefined, logConfiguration: undefined, user: undefined },
                ...{ dependsOn: undefined, portMappings: undefined, environmentFiles: undefined },
            },
            httpd,
        ],
        [
            "makes one with empty lists and records no different",
            {
                ...{ image: "httpd", environment: {}, secrets: {}, dockerLabels: {}, command: [] },
                ...{ dependsOn: [], portMappings: [], environmentFiles: [], mountPoints: [] },
            },
            httpd,
        ],
        [
            "keeps what is not AWS's default",
            {
                ...{ image: "httpd", essential: false, cpu: 256, readonlyRootFilesystem: false },
                ...{ mountPoints: [{ sourceVolume: "v", containerPath: "/v" }], user: "" },
            },
            {
                ...{ ...httpd, essential: false, cpu: 256, readonlyRootFilesystem: false },
                ...{ mountPoints: [{ sourceVolume: "v", containerPath: "/v" }], user: "" },
            },
        ],
        [
            "makes the lists of Amazon ECS of records, and keeps the rest",
            {
                image: "httpd",
                memory: 128,
                environment: { A: "x", B: "" },
                secrets: { S: "/s" },
                dockerLabels: { team: "web" },
                logConfiguration: {
                    logDriver: "splunk",
                    options: { "splunk-url": "https://splunk.example" },
                    secretOptions: { "splunk-token": "/t" },
                },
            },
            {
                ...httpd,
                memory: 128,
                environment: [
                    { name: "A", value: "x" },
                    { name: "B", value: "" },
                ],
                secrets: [{ name: "S", valueFrom: "/s" }],
                dockerLabels: { team: "web" },
                logConfiguration: {
                    logDriver: "splunk",
                    options: { "splunk-url": "https://splunk.example" },
                    secretOptions: [{ name: "splunk-token", valueFrom: "/t" }],
                },
            },
        ],
        [
            "gives a log driver without options nothing more",
            {
                image: "httpd",
                logConfiguration: { logDriver: "json-file", options: {}, secretOptions: {} },
            },
            { ...httpd, logConfiguration: { logDriver: "json-file" } },
        ],
        [
            "names the credentials of a registry, and environment files in their order",
            {
                image: "registry.example/httpd",
                repositoryCredentials: "arn:credentials",
                environmentFiles: [{ value: "arn:b.env" }, { value: "arn:a.env" }],
            },
            {
                ...httpd,
                image: "registry.example/httpd",
                repositoryCredentials: { credentialsParameter: "arn:credentials" },
                environmentFiles: [
                    { type: "s3", value: "arn:b.env" },
                    { type: "s3", value: "arn:a.env" },
                ],
            },
        ],
        [
            "sorts dependencies by container",
            {
                image: "httpd",
                dependsOn: [
                    { containerName: "b", condition: "START" },
                    { containerName: "a", condition: "HEALTHY" },
                ],
            },
            {
                ...httpd,
                dependsOn: [
                    { containerName: "a", condition: "HEALTHY" },
                    { containerName: "b", condition: "START" },
                ],
            },
        ],
        [
            "makes a log router root, as AWS does",
            { image: "httpd", firelensConfiguration: { type: "fluentbit", options: {} } },
            { ...httpd, user: "0", firelensConfiguration: { type: "fluentbit" } },
        ],
        [
            "leaves a log router the user that is given",
            { image: "httpd", user: "1000", firelensConfiguration: { type: "fluentbit" } },
            { ...httpd, user: "1000", firelensConfiguration: { type: "fluentbit" } },
        ],
    ];
    for (const [name, container, definition] of rows) {
        it(name, () => {
            assert.deepEqual(planContainerDefinitions({ web: container }), [definition]);
        });
    }

    const ports: [string, string | undefined, ResolvedPort, ResolvedPort][] = [
        ["is tcp", "bridge", { containerPort: 80 }, { containerPort: 80, protocol: "tcp" }],
        [
            "keeps its protocol",
            "bridge",
            { containerPort: 80, protocol: "udp", name: "p" },
            { containerPort: 80, protocol: "udp", name: "p" },
        ],
        [
            "is the host's port in awsvpc",
            "awsvpc",
            { containerPort: 80 },
            { containerPort: 80, hostPort: 80, protocol: "tcp" },
        ],
        [
            "is the host's port in the default mode, which is awsvpc",
            undefined,
            { containerPort: 80 },
            { containerPort: 80, hostPort: 80, protocol: "tcp" },
        ],
        [
            "is the host's port in host mode",
            "host",
            { containerPort: 80 },
            { containerPort: 80, hostPort: 80, protocol: "tcp" },
        ],
        [
            "keeps the host's port that is given",
            "bridge",
            { containerPort: 80, hostPort: 0 },
            { containerPort: 80, hostPort: 0, protocol: "tcp" },
        ],
        [
            "has no port of the host as a range",
            "awsvpc",
            { containerPortRange: "1-2" },
            { containerPortRange: "1-2", protocol: "tcp" },
        ],
    ];
    for (const [name, mode, port, planned] of ports) {
        it(`plans a port that ${name}`, () => {
            const containers = { web: { image: "httpd", portMappings: [port] } };
            const expected: ContainerDefinition[] = [{ ...httpd, portMappings: [planned] }];
            assert.deepEqual(planContainerDefinitions(containers, mode), expected);
        });
    }
});
