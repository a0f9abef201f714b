import assert from "node:assert/strict";
import { DEFERRED, findServiceFindings, type Finding } from "../../../../core";
import { container, RIGHT, service } from "../fixtures";
import {
    at,
    OBJECT,
    RECORD,
    STRING,
    EMPTY,
    NUMBER,
    BOOLEAN,
    LIST,
    NO_ENTRY,
    UNKNOWN_VALUE,
    plain,
    MISSING,
} from "./shape-findings";

/** Everything that may hold an Output, also inside of lists. */
const DEFERRED_FIELDS = {
    ...{ image: DEFERRED, cpu: DEFERRED, memory: DEFERRED, memoryReservation: DEFERRED },
    ...{ essential: DEFERRED, command: DEFERRED, entryPoint: [DEFERRED, "x"], user: DEFERRED },
    ...{ workingDirectory: DEFERRED, readonlyRootFilesystem: DEFERRED, stopTimeout: DEFERRED },
    ...{ healthCheck: DEFERRED, dependsOn: DEFERRED, portMappings: [DEFERRED] },
};

describe("findServiceFindings, of a property of the right shape, finds nothing in", () => {
    const rows: [string, object][] = [
        ["Outputs in a container", container(DEFERRED_FIELDS)],
        [
            "Outputs inside of objects in a container",
            container({
                healthCheck: { command: [DEFERRED], interval: DEFERRED },
                portMappings: [{ containerPort: DEFERRED, protocol: DEFERRED, name: DEFERRED }],
                dependsOn: [{ containerName: DEFERRED, condition: DEFERRED }],
                logConfiguration: { logDriver: DEFERRED },
            }),
        ],
        [
            "Outputs of the service",
            service({
                ...{ cluster: DEFERRED, cpu: DEFERRED, memory: DEFERRED, tags: DEFERRED },
                ...{ desiredCount: DEFERRED, family: DEFERRED, waitForSteadyState: DEFERRED },
            }),
        ],
        [
            "Outputs of the network",
            service({
                networkMode: "awsvpc",
                networkConfiguration: {
                    ...{ subnets: DEFERRED, securityGroups: [DEFERRED], assignPublicIp: DEFERRED },
                },
            }),
        ],
        ["tags that are Outputs or empty", service({ tags: { a: DEFERRED, b: "" } })],
        ["no tasks", service({ desiredCount: 0 })],
        [
            "an empty argument and an empty variable",
            container({ command: [""], environment: { A: "" } }),
        ],
        ["no command in particular", container({ command: [], portMappings: [] })],
        [
            "plain values",
            container({
                healthCheck: { command: ["CMD", "true"], interval: 5, startPeriod: 0 },
                portMappings: [{ containerPort: 80, hostPort: 0, protocol: "udp" }],
                readonlyRootFilesystem: true,
            }),
        ],
    ];
    for (const [name, args] of rows) {
        it(name, () => assert.deepEqual(findServiceFindings(args), []));
    }
});

describe("findServiceFindings, of one property of the wrong shape, finds", () => {
    const web = (field: string) => `containers.web.${field}`;
    const network = (fields: object) =>
        service({ networkMode: "awsvpc", networkConfiguration: { subnets: ["s"], ...fields } });
    const secret = (fields: object) =>
        service({ secrets: { ...RIGHT.secrets, s: { value: DEFERRED, ...fields } } });
    const rows: [string, unknown, Finding][] = [
        ["a text for memory", container({ memory: "lots" }), at(web("memory"), ...NUMBER)],
        ["a text of digits for cpu", service({ cpu: "256" }), at("cpu", ...NUMBER)],
        ["half a MiB", service({ memory: 0.5 }), at("memory", ...NUMBER)],
        ["no number at all", service({ cpu: NaN }), at("cpu", ...NUMBER)],
        ["less than none", service({ desiredCount: -1 }), at("desiredCount", ...NUMBER)],
        ["a text for a count", service({ desiredCount: "two" }), at("desiredCount", ...NUMBER)],
        ["null for a number", container({ cpu: null }), at(web("cpu"), ...NUMBER)],
        ["a text for ports", container({ portMappings: "80" }), at(web("portMappings"), ...LIST)],
        [
            "a number for a port mapping",
            container({ portMappings: [80] }),
            at(web("portMappings[0]"), ...OBJECT),
        ],
        [
            "a port mapping without a port, by its place",
            container({ portMappings: [{ containerPort: 1 }, {}] }),
            at(
                web("portMappings[1]"),
                "has none of containerPort and containerPortRange",
                "Give containerPort or containerPortRange.",
            ),
        ],
        [
            "an unknown protocol",
            container({ portMappings: [{ containerPort: 1, protocol: "canary-0000" }] }),
            at(web("portMappings[0].protocol"), UNKNOWN_VALUE, "Give tcp or udp."),
        ],
        ["a text for a command", container({ command: "a b" }), at(web("command"), ...LIST)],
        [
            "a number in a command",
            container({ command: ["a", 1] }),
            at(web("command[1]"), ...STRING),
        ],
        [
            "a hole in a command",
            container({ command: [undefined] }),
            at(web("command[0]"), ...STRING),
        ],
        [
            "a health check without a command",
            container({ healthCheck: {} }),
            at(web("healthCheck.command"), ...MISSING),
        ],
        [
            "a health check of an empty command",
            container({ healthCheck: { command: [] } }),
            at(web("healthCheck.command"), ...NO_ENTRY),
        ],
        [
            "a dependency without a condition",
            service({
                containers: {
                    ...RIGHT.containers,
                    b: { image: "i", memory: 1, dependsOn: [{ containerName: "web" }] },
                },
            }),
            at("containers.b.dependsOn[0].condition", ...MISSING),
        ],
        [
            "a text for a boolean of a container",
            container({ essential: "false" }),
            at(web("essential"), ...BOOLEAN),
        ],
        [
            "a text for a boolean of the role, which would count as true",
            service({ executionRole: { attachTaskExecutionPolicy: "false" } }),
            at("executionRole.attachTaskExecutionPolicy", ...BOOLEAN),
        ],
        [
            "an Output for it, which would count as true",
            service({ executionRole: { attachTaskExecutionPolicy: DEFERRED } }),
            at("executionRole.attachTaskExecutionPolicy", ...plain("boolean")),
        ],
        [
            "an Output for a store",
            secret({ store: DEFERRED }),
            at("secrets.s.store", ...plain("string")),
        ],
        [
            "an Output for a JSON key",
            container({ secrets: { A: { secret: "splunk", jsonKey: DEFERRED } } }),
            at(web("secrets.A.jsonKey"), ...plain("string")),
        ],
        [
            "a text for subnets",
            network({ subnets: "s" }),
            at("networkConfiguration.subnets", ...LIST),
        ],
        ["no subnet", network({ subnets: [] }), at("networkConfiguration.subnets", ...NO_ENTRY)],
        [
            "a text for a public address",
            network({ assignPublicIp: "yes" }),
            at("networkConfiguration.assignPublicIp", ...BOOLEAN),
        ],
        [
            "a text for whether to wait",
            service({ waitForSteadyState: "no" }),
            at("waitForSteadyState", ...BOOLEAN),
        ],
        ["an empty image", container({ image: "" }), at(web("image"), ...EMPTY)],
        ["an empty cluster", service({ cluster: "" }), at("cluster", ...EMPTY)],
        ["a list of tags", service({ tags: ["canary-0000"] }), at("tags", ...RECORD)],
        ["a number for a tag", service({ tags: { a: 1 } }), at("tags.a", ...STRING)],
    ];
    for (const [name, args, finding] of rows) {
        it(name, () => assert.deepEqual(findServiceFindings(args), [finding]));
    }
});
