import assert from "node:assert/strict";
import { DEFERRED, findServiceFindings, type Finding } from "../../../core";
import { service } from "./fixtures";

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
