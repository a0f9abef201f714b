import assert from "node:assert/strict";
import {
    DEFERRED,
    findServiceFindings,
    isPlainObject,
    joinPath,
    type Finding,
} from "../../../core";
import { container, RIGHT, service } from "./fixtures";

const at = (path: string, reason: string, remedy: string): Finding => ({ path, reason, remedy });
const OBJECT = ["must be an object", "Give a plain object."] as const;
const RECORD = [
    "must be an object",
    "Give a plain object: its keys must be known; only its values may be Outputs.",
] as const;
const STRING = ["must be a string", "Give a string."] as const;
const EMPTY = ["is empty", "Give it a value."] as const;
const NUMBER = ["must be a whole number", "Give a number, 0 or more."] as const;
const BOOLEAN = ["must be a boolean", "Give true or false, without quotes."] as const;
const LIST = ["must be a list", "Give a list, in brackets."] as const;
const NO_ENTRY = ["is empty", "Give at least one entry."] as const;
const UNKNOWN_VALUE = "is none of the known values";
const plain = (kind: string) =>
    [
        `must be a plain ${kind}: what resources there are depends on it`,
        "Give a value that is no Output.",
    ] as const;
const MISSING = ["is missing", "Give it a value."] as const;
const SECRET_FIELDS = "Remove it, or use one of: description, kmsKeyId, name, store, value.";

class Args {
    cluster = "c";
}

describe("findServiceFindings, of what has not the right shape, finds", () => {
    const rows: [string, unknown, Finding[]][] = [
        ...[undefined, null, 1, "canary-0000", [], DEFERRED, new Map(), new Args()].map(
            (args): [string, unknown, Finding[]] => [
                `no object, but ${typeof args} ${Object.prototype.toString.call(args)}`,
                args,
                [at("", ...OBJECT)],
            ],
        ),
        [
            "an object without what is required",
            { launchType: "EC2", networkMode: "none" },
            [at("cluster", ...MISSING), at("containers", ...MISSING)],
        ],
        ["no containers", service({ containers: undefined }), [at("containers", ...MISSING)]],
        [
            "no container",
            service({ containers: {} }),
            [at("containers", "is empty", "Give at least one entry.")],
        ],
        ...[DEFERRED, [], null, "canary-0000", new Map()].map(
            (containers): [string, unknown, Finding[]] => [
                `containers that are ${Object.prototype.toString.call(containers)}`,
                service({ containers }),
                [at("containers", ...RECORD)],
            ],
        ),
        [
            "a container that is an Output",
            service({ containers: { web: DEFERRED } }),
            [at("containers.web", ...OBJECT)],
        ],
        [
            "a container without an image",
            container({ image: undefined }),
            [at("containers.web.image", ...MISSING)],
        ],
        [
            "environment as a list",
            container({ environment: [{ name: "A", value: "canary-0000" }] }),
            [at("containers.web.environment", ...RECORD)],
        ],
        [
            "environment as a map, whose entries would be lost",
            container({ environment: new Map([["A", "b"]]) }),
            [at("containers.web.environment", ...RECORD)],
        ],
        [
            "environment as an Output",
            container({ environment: DEFERRED }),
            [at("containers.web.environment", ...RECORD)],
        ],
        [
            "a value that is a number",
            container({ environment: { PORT: 80 } }),
            [at("containers.web.environment.PORT", ...STRING)],
        ],
        [
            "a reference that is a number",
            container({ secrets: { A: 1 } }),
            [at("containers.web.secrets.A", ...OBJECT)],
        ],
        [
            "a reference without a key",
            container({ secrets: { A: {} } }),
            [at("containers.web.secrets.A.secret", ...MISSING)],
        ],
        [
            "a reference that an ECS user would write",
            container({ secrets: { A: { valueFrom: "canary-0000" } } }),
            [
                at("containers.web.secrets.A.secret", ...MISSING),
                at(
                    "containers.web.secrets.A.valueFrom",
                    "is no known property",
                    "Remove it, or use one of: jsonKey, secret, versionId, versionStage.",
                ),
            ],
        ],
        [
            "a log configuration that is an Output",
            container({ logConfiguration: DEFERRED }),
            [at("containers.web.logConfiguration", ...OBJECT)],
        ],
        [
            "a log configuration without a driver",
            container({ logConfiguration: {} }),
            [at("containers.web.logConfiguration.logDriver", ...MISSING)],
        ],
        [
            "secrets that are an Output, and not also their uses",
            service({ secrets: DEFERRED }),
            [at("secrets", ...RECORD)],
        ],
        [
            "a secret that is a text",
            service({ secrets: { ...RIGHT.secrets, s: "canary-0000" } }),
            [at("secrets.s", ...OBJECT)],
        ],
        [
            "a secret without a value",
            service({ secrets: { ...RIGHT.secrets, s: {} } }),
            [at("secrets.s.value", ...MISSING)],
        ],
        [
            "an unknown property of a secret",
            service({
                secrets: { ...RIGHT.secrets, s: { value: DEFERRED, secretString: "canary-0000" } },
            }),
            [at("secrets.s.secretString", "is no known property", SECRET_FIELDS)],
        ],
        ["nothing in an unknown property that is undefined", service({ colour: undefined }), []],
        [
            "an unknown store",
            service({
                secrets: { ...RIGHT.secrets, s: { value: DEFERRED, store: "canary-0000" } },
            }),
            [at("secrets.s.store", "is none of the known values", "Give secretsmanager or ssm.")],
        ],
        [
            "a launch type in lower case",
            service({ launchType: "fargate" }),
            [at("launchType", "is none of the known values", "Give EC2 or EXTERNAL or FARGATE.")],
        ],
        [
            "a network without subnets",
            service({ networkConfiguration: {} }),
            [at("networkConfiguration.subnets", ...MISSING)],
        ],
    ];
    for (const [name, args, findings] of rows) {
        it(name, () => assert.deepEqual(findServiceFindings(args), findings));
    }
});

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
            at(web("portMappings[1].containerPort"), ...MISSING),
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

describe("isPlainObject", () => {
    const values: [string, unknown, boolean][] = [
        ["an object", {}, true],
        ["an object without a prototype", Object.create(null), true],
        ["null", null, false],
        ["a list", [], false],
        ["a map", new Map(), false],
        ["a date", new Date(0), false],
        ["an object of a class", new Args(), false],
        ["a function", () => undefined, false],
    ];
    for (const [name, value, isPlain] of values) {
        it(`is ${isPlain} for ${name}`, () => assert.equal(isPlainObject(value), isPlain));
    }
});

describe("joinPath", () => {
    it("writes no dot before the first key", () => {
        assert.equal(joinPath("", "a"), "a");
        assert.equal(joinPath("a.b", "c"), "a.b.c");
    });
});
