import assert from "node:assert/strict";
import type { ContainerArgs, SecretInjectedServiceArgs } from "../../components";
import { inputsOf, recordClean } from "../support/recorded";
import { apiService, arnOf, childrenWith, definitionsOf } from "./api";

const KEY = arnOf("kms", "key/00000000-0000-4000-8000-000000000001");

/** The options of awslogs that the component fills in. */
const filled = (prefix: string, group = "api-logs-0a1b2c3") => ({
    "awslogs-group": group,
    "awslogs-region": "us-east-1",
    "awslogs-stream-prefix": prefix,
});

interface Row {
    readonly name: string;
    readonly container?: Partial<ContainerArgs>;
    readonly args?: Partial<SecretInjectedServiceArgs>;
    /** The log group; absent if there is none. */
    readonly group?: object;
    /** By container; absent if it has none. */
    readonly logs: Readonly<Record<string, object | undefined>>;
}

const AWSLOGS: Partial<ContainerArgs> = { logConfiguration: { logDriver: "awslogs" } };

const ROWS: Row[] = [
    { name: "are left to Docker where nothing is said", logs: { api: undefined } },
    {
        name: "go to a log group of the component where awslogs names none",
        container: AWSLOGS,
        group: {},
        logs: { api: { logDriver: "awslogs", options: filled("api") } },
    },
    {
        name: "go to one log group, with the settings that are given, for several containers",
        container: AWSLOGS,
        args: {
            tags: { team: "web" },
            logGroup: { name: "/web", retentionInDays: 30, kmsKeyId: KEY },
            containers: { other: { image: "other", memory: 64, ...AWSLOGS } },
        },
        group: { name: "/web", retentionInDays: 30, kmsKeyId: KEY, tags: { team: "web" } },
        logs: {
            api: { logDriver: "awslogs", options: filled("api", "/web") },
            other: { logDriver: "awslogs", options: filled("other", "/web") },
        },
    },
    {
        name: "keep the options that are given beside those that are filled in",
        container: {
            logConfiguration: {
                logDriver: "awslogs",
                options: { "awslogs-stream-prefix": "mine", mode: "non-blocking" },
            },
        },
        group: {},
        logs: {
            api: {
                logDriver: "awslogs",
                options: {
                    ...filled("api"),
                    "awslogs-stream-prefix": "mine",
                    mode: "non-blocking",
                },
            },
        },
    },
    {
        name: "go to the log group that the options name, and none is made",
        container: {
            logConfiguration: {
                logDriver: "awslogs",
                options: { "awslogs-group": "/theirs", "awslogs-region": "eu-west-1" },
            },
        },
        logs: {
            api: {
                logDriver: "awslogs",
                options: {
                    "awslogs-group": "/theirs",
                    "awslogs-region": "eu-west-1",
                    "awslogs-stream-prefix": "api",
                },
            },
        },
    },
    {
        name: "go through a router, which logs to CloudWatch Logs by itself, as user 0",
        container: { logConfiguration: { logDriver: "awsfirelens", options: { Name: "http" } } },
        args: {
            containers: {
                router: {
                    image: "router",
                    memory: 64,
                    firelensConfiguration: { type: "fluentbit" },
                },
            },
        },
        group: {},
        logs: {
            api: { logDriver: "awsfirelens", options: { Name: "http" } },
            router: { logDriver: "awslogs", options: filled("router") },
        },
    },
    {
        name: "of a router go where it says, and then no log group is made",
        container: { logConfiguration: { logDriver: "awsfirelens" } },
        args: {
            containers: {
                router: {
                    image: "router",
                    memory: 64,
                    firelensConfiguration: { type: "fluentd" },
                    logConfiguration: { logDriver: "json-file" },
                },
            },
        },
        logs: { api: { logDriver: "awsfirelens" }, router: { logDriver: "json-file" } },
    },
];

describe("the logs of a container", () => {
    for (const { name, container = {}, args, group, logs } of ROWS) {
        it(name, async () => {
            const recording = await recordClean(() => apiService(container, args));
            assert.deepEqual(
                childrenWith(recording, "api-logs"),
                group ? { "api-logs": { inputs: group } } : {},
            );
            const found = definitionsOf(recording).map((one) => [one.name, one.logConfiguration]);
            assert.deepEqual(Object.fromEntries(found), logs);
        });
    }

    it("of a router are written by root, unless the router says who", async () => {
        const router = (user?: string) => ({
            image: "router",
            memory: 64,
            firelensConfiguration: {
                type: "fluentbit" as const,
                options: { "config-file-type": "s3" },
            },
            ...(user && { user }),
        });
        for (const user of [undefined, "1000"]) {
            const recording = await recordClean(() =>
                apiService(
                    { logConfiguration: { logDriver: "awsfirelens" } },
                    { containers: { router: router(user) } },
                ),
            );
            const [, definition] = definitionsOf(recording);
            assert.equal(definition.user, user ?? "0");
            assert.deepEqual(definition.firelensConfiguration, {
                type: "fluentbit",
                options: { "config-file-type": "s3" },
            });
        }
    });

    it("of the Service Connect proxy go to the log group of the component, too", async () => {
        const recording = await recordClean(() =>
            apiService(
                {},
                {
                    serviceConnectConfiguration: {
                        namespace: "made-up",
                        services: [{ portName: "http", clientAlias: [{ port: 80 }] }],
                        logConfiguration: { logDriver: "awslogs" },
                    },
                },
            ),
        );
        assert.deepEqual(inputsOf(recording, "api-service").serviceConnectConfiguration, {
            enabled: true,
            namespace: "made-up",
            services: [{ portName: "http", clientAlias: [{ port: 80 }] }],
            logConfiguration: { logDriver: "awslogs", options: filled("service-connect") },
        });
        assert.deepEqual(inputsOf(recording, "api-logs"), {});
    });
});
