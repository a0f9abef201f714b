import assert from "node:assert/strict";
import { DEFERRED, readLaunchType } from "../../../../core";
import { fargate, service } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const on = (...names: unknown[]) => names.map((capacityProvider) => ({ capacityProvider }));

describe("readLaunchType", () => {
    const rows: [string, object, unknown][] = [
        ["is FARGATE by default", {}, "FARGATE"],
        ["is what is given", { launchType: "EXTERNAL" }, "EXTERNAL"],
        ["is not known of an Output", { launchType: DEFERRED }, DEFERRED],
        ["is not known of a text that is none", { launchType: "canary-0000" }, DEFERRED],
        [
            "is FARGATE with its capacity providers",
            { capacityProviderStrategies: on("FARGATE", "FARGATE_SPOT") },
            "FARGATE",
        ],
        ["is EC2 with others", { capacityProviderStrategies: on("own") }, "EC2"],
        ["is FARGATE without any", { capacityProviderStrategies: [] }, "FARGATE"],
        [
            "is not known with one that is an Output",
            { capacityProviderStrategies: on("own", DEFERRED) },
            DEFERRED,
        ],
        [
            "is not known where all are an Output",
            { capacityProviderStrategies: DEFERRED },
            DEFERRED,
        ],
        [
            "is not known with what cannot be read",
            { capacityProviderStrategies: [1, {}] },
            DEFERRED,
        ],
        [
            "is what is given also with others",
            { launchType: "FARGATE", capacityProviderStrategies: on("own") },
            "FARGATE",
        ],
    ];
    for (const [name, launched, launchType] of rows) {
        it(name, () => assert.equal(readLaunchType(launched), launchType));
    }
});

const path = "capacityProviderStrategies";
const OLD: Told = [
    "platformVersion",
    "is below 1.4.0, which Fargate does not run any more, and lacks JSON keys of secrets",
    "Leave it out, or give 1.4.0 or later.",
];
const NONE: Told = ["platformVersion", "is no platform version", "Give LATEST or 1.4.0."];
const windows = (operatingSystemFamily: unknown) => ({
    runtimePlatform: { operatingSystemFamily },
});

describe("findServiceFindings, of what tasks run on, finds", () => {
    const rows: Row[] = [
        [
            "nothing in providers of Fargate",
            fargate({ launchType: undefined, [path]: on("FARGATE", "FARGATE_SPOT") }),
        ],
        ["nothing in providers that are Outputs", service({ [path]: DEFERRED })],
        ["nothing in no providers", service({ [path]: [] })],
        [
            "providers beside a launch type",
            service({ [path]: on("own") }),
            [path, "cannot be given together with launchType", "Give one of the two."],
        ],
        [
            "providers of Fargate beside others",
            service({ launchType: undefined, [path]: on("own", DEFERRED, "FARGATE") }),
            [
                path,
                "names capacity providers of Fargate and others, which Amazon ECS does not mix",
                "Name FARGATE and FARGATE_SPOT alone, or none of the two.",
            ],
        ],
        ...["LATEST", "1.4.0", "1.10.0", "2.0.0", DEFERRED].map((platformVersion): Row => [
            `nothing in platform version ${String(platformVersion)}`,
            fargate({ platformVersion }),
        ]),
        ["a version that is not run any more", fargate({ platformVersion: "1.3.0" }), OLD],
        ["a version from before the first", fargate({ platformVersion: "0.9.0" }), OLD],
        [
            "a version of Windows on Linux",
            fargate({ platformVersion: "1.0.0", ...windows("LINUX") }),
            OLD,
        ],
        [
            "nothing in it on Windows",
            fargate({ platformVersion: "1.0.0", ...windows("WINDOWS_SERVER_2022_CORE") }),
        ],
        [
            "nothing in it where the system is an Output",
            fargate({ platformVersion: "1.0.0", ...windows(DEFERRED) }),
        ],
        [
            "nothing in it where the platform is an Output",
            fargate({ platformVersion: "1.0.0", runtimePlatform: DEFERRED }),
        ],
        ["what is no version", fargate({ platformVersion: "1.4" }), NONE],
        [
            "an empty version, once",
            fargate({ platformVersion: "" }),
            ["platformVersion", "is empty", "Give it a value."],
        ],
        [
            "nothing in a version where the launch type is an Output",
            fargate({ launchType: DEFERRED, platformVersion: "1.3.0" }),
        ],
        [
            "a version on instances",
            service({ platformVersion: "LATEST" }),
            [
                "platformVersion",
                "is given, and only launch type FARGATE has platform versions",
                "Remove it.",
            ],
        ],
    ];
    itFinds(rows);
});

const daemon = (reason: string): Told => [
    "schedulingStrategy",
    reason,
    "Leave schedulingStrategy out.",
];

describe("findServiceFindings, of how tasks are scheduled, finds", () => {
    const schedulingStrategy = "DAEMON";
    const rows: Row[] = [
        ["nothing in one task on every instance", service({ schedulingStrategy })],
        [
            "nothing in a number of tasks",
            fargate({ schedulingStrategy: "REPLICA", desiredCount: 2 }),
        ],
        [
            "one task on every instance on Fargate",
            fargate({ schedulingStrategy }),
            daemon("is DAEMON, which launch type FARGATE does not support"),
        ],
        [
            "one task on every instance with another deployment controller",
            service({ schedulingStrategy, deploymentController: "EXTERNAL" }),
            daemon("is DAEMON, which EXTERNAL does not support"),
        ],
        [
            "a number of tasks beside it",
            service({ schedulingStrategy, desiredCount: DEFERRED }),
            [
                "desiredCount",
                "is given, and with schedulingStrategy DAEMON each instance runs one task",
                "Remove it.",
            ],
        ],
    ];
    itFinds(rows);
});
