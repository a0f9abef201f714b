import assert from "node:assert/strict";
import { DEFERRED, findServiceFindings, type Finding } from "../../../../core";
import { service } from "../fixtures";

const at = (path: string, reason: string, remedy: string): Finding => ({ path, reason, remedy });
const network = { subnets: ["subnet-0"] };
const containers = { web: { image: "httpd" } };
const many = (count: number) =>
    Object.fromEntries(
        Array.from({ length: count }, (_, i) => [`c${i}`, { image: "i", memory: 1 }]),
    );
const missing = (size: string) =>
    at(
        size,
        "is missing, and launch type FARGATE needs it",
        `Give the task's ${size}, or another launchType.`,
    );
const noNetwork = at(
    "networkConfiguration",
    "is missing, and network mode awsvpc needs it",
    "Give its subnets and security groups.",
);
const noMemory = at(
    "containers.web.memory",
    "is missing, and neither the container nor the task has another limit",
    "Give memory or memoryReservation, or the task's memory.",
);
const fargate = { launchType: "FARGATE", networkMode: "awsvpc", networkConfiguration: network };

const external = at(
    "networkMode",
    "launch type EXTERNAL has no network mode awsvpc, which is the default",
    "Give bridge, host or none.",
);
const noPublicIp = at(
    "networkConfiguration.assignPublicIp",
    "only launch type FARGATE gives tasks a public IP address",
    "Remove it, or give launchType FARGATE.",
);
const inPublic = (launchType: unknown, assignPublicIp: unknown) => ({
    launchType,
    networkMode: "awsvpc",
    networkConfiguration: { ...network, assignPublicIp },
    cpu: 256,
    memory: 512,
});

describe("findServiceFindings, of how a service is launched, finds", () => {
    const rows: [string, object, Finding[]][] = [
        ["nothing in Fargate with its sizes", { ...fargate, cpu: 256, memory: 512 }, []],
        ["nothing in sizes that are Outputs", { ...fargate, cpu: DEFERRED, memory: DEFERRED }, []],
        ["no size of Fargate", fargate, [missing("cpu"), missing("memory")]],
        ["no cpu of Fargate", { ...fargate, memory: 512 }, [missing("cpu")]],
        [
            "all that the defaults, Fargate and awsvpc, need",
            { launchType: undefined, networkMode: undefined },
            [missing("cpu"), missing("memory"), noNetwork],
        ],
        ["no network of awsvpc on EC2", { networkMode: "awsvpc" }, [noNetwork]],
        [
            "nothing in awsvpc with a network",
            { networkMode: "awsvpc", networkConfiguration: network },
            [],
        ],
        ["nothing where the launch type is an Output", { launchType: DEFERRED }, []],
        ["nothing where the network mode is an Output", { networkMode: DEFERRED }, []],
        [
            "another network mode with Fargate",
            { launchType: "FARGATE", networkMode: "host", cpu: 256, memory: 512 },
            [
                at(
                    "networkMode",
                    "launch type FARGATE runs with network mode awsvpc alone",
                    "Leave it out, or give another launchType.",
                ),
            ],
        ],
        ["nothing in EXTERNAL with bridge", { launchType: "EXTERNAL", networkMode: "bridge" }, []],
        [
            "nothing in EXTERNAL whose network mode is an Output",
            { launchType: "EXTERNAL", networkMode: DEFERRED },
            [],
        ],
        [
            "EXTERNAL with awsvpc, and does not ask for a network then",
            { launchType: "EXTERNAL", networkMode: "awsvpc" },
            [external],
        ],
        [
            "EXTERNAL with awsvpc by default",
            { launchType: "EXTERNAL", networkMode: undefined, networkConfiguration: network },
            [external],
        ],
        ["nothing in a public address with Fargate", inPublic("FARGATE", true), []],
        ["nothing in a public address with Fargate by default", inPublic(undefined, true), []],
        ["nothing in no public address on EC2", inPublic("EC2", false), []],
        ["nothing in an address that is an Output", inPublic("EC2", DEFERRED), []],
        ["nothing where it is not known what the tasks run on", inPublic(DEFERRED, true), []],
        ["a public address on EC2", inPublic("EC2", true), [noPublicIp]],
        ["a container without memory on EC2", { containers }, [noMemory]],
        ["nothing where the task has memory", { containers, memory: 512 }, []],
        [
            "nothing where memory is reserved",
            { containers: { web: { image: "i", memoryReservation: 64 } } },
            [],
        ],
        ["nothing in ten containers", { containers: many(10) }, []],
        [
            "more than ten containers",
            { containers: many(11) },
            [
                at(
                    "containers",
                    "a task definition holds at most 10 containers",
                    "Split the service.",
                ),
            ],
        ],
    ];
    for (const [name, fields, findings] of rows) {
        it(name, () => assert.deepEqual(findServiceFindings(service(fields)), findings));
    }
});
