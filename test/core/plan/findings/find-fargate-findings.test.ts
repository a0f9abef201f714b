import { DEFERRED } from "../../../../core";
import { container, fargate, service } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const unfit = (cpu: number, remedy: string): Told => [
    "memory",
    `is no size that launch type FARGATE has with cpu ${cpu}`,
    remedy,
];
const unsupported = (path: string): Told => [
    path,
    "is not supported by launch type FARGATE",
    "Remove it, or give another launchType.",
];
const CPU: Told = [
    "cpu",
    "is no number of CPU units that launch type FARGATE has",
    "Give 256 or 512 or 1024 or 2048 or 4096 or 8192 or 16384.",
];
const MEMORY: Told = [
    "memory",
    "is no size of memory that launch type FARGATE has",
    "Give, for example, 512, 1024 or 2048.",
];
const right: [number, number[]][] = [
    [256, [512, 1024, 2048]],
    [512, [1024, 2048, 3072, 4096]],
    [1024, [2048, 3072, 8192]],
    [2048, [4096, 5120, 16_384]],
    [4096, [8192, 9216, 30_720]],
    [8192, [16_384, 20_480, 61_440]],
    [16_384, [32_768, 40_960, 122_880]],
];

describe("findServiceFindings, of the size of a task on Fargate, finds", () => {
    const rows: Row[] = [
        ...right.flatMap(([cpu, sizes]) =>
            sizes.map((memory): Row => [
                `nothing in ${cpu} and ${memory}`,
                fargate({ cpu, memory }),
            ]),
        ),
        ["nothing where both are Outputs", fargate({ cpu: DEFERRED, memory: DEFERRED })],
        ["nothing in memory that some cpu goes with", fargate({ cpu: DEFERRED, memory: 61_440 })],
        ["memory that goes with no cpu", fargate({ cpu: DEFERRED, memory: 1000 }), MEMORY],
        ["a number of CPU units that there is not", fargate({ cpu: 1000 }), CPU],
        ["such a number whatever the memory is", fargate({ cpu: 0, memory: DEFERRED }), CPU],
        [
            "too little memory, which goes with no cpu",
            fargate({ memory: 256 }),
            unfit(256, "Give 512, 1024 or 2048."),
        ],
        [
            "memory between two sizes",
            fargate({ memory: 1536 }),
            unfit(256, "Give 512, 1024 or 2048."),
        ],
        [
            "too much memory, and the cpu that it goes with",
            fargate({ memory: 4096 }),
            unfit(256, "Give 512, 1024 or 2048, or cpu 512 or 1024 or 2048."),
        ],
        [
            "too little memory, and the cpu that it goes with",
            fargate({ cpu: 1024, memory: 1024 }),
            unfit(1024, "Give 2048 to 8192 in steps of 1024, or cpu 256 or 512."),
        ],
        [
            "memory off the steps",
            fargate({ cpu: 8192, memory: 17_408 }),
            unfit(8192, "Give 16384 to 61440 in steps of 4096, or cpu 4096."),
        ],
    ];
    itFinds(rows);
});

describe("findServiceFindings, of what Fargate does not support, finds", () => {
    const linux = { maxSwap: -1, swappiness: 0, devices: [DEFERRED] };
    const rows: Row[] = [
        [
            "nothing in what asks for nothing, and in Outputs",
            fargate(
                { placementConstraints: [], ipcMode: DEFERRED, pidMode: "task" },
                {
                    privileged: false,
                    dockerSecurityOptions: [],
                    linuxParameters: { tmpfs: [DEFERRED] },
                },
            ),
        ],
        [
            "nothing in what it does support",
            fargate({}, { linuxParameters: { initProcessEnabled: true } }),
        ],
        [
            "nothing in all that on instances",
            container({ privileged: true, dockerSecurityOptions: ["x"], linuxParameters: linux }),
        ],
        ["nothing of the host's on instances", service({ ipcMode: "host", pidMode: "host" })],
        [
            "properties of the task",
            fargate({
                ipcMode: "task",
                placementConstraints: [{ type: "distinctInstance" }],
                orderedPlacementStrategies: [{ type: "random" }],
            }),
            unsupported("ipcMode"),
            unsupported("orderedPlacementStrategies"),
            unsupported("placementConstraints"),
        ],
        [
            "properties of a container",
            fargate(
                {},
                {
                    ...{ privileged: true, dockerSecurityOptions: ["x"] },
                    linuxParameters: { ...linux, sharedMemorySize: 64 },
                },
            ),
            ...["dockerSecurityOptions", "linuxParameters.devices", "linuxParameters.maxSwap"]
                .concat(["linuxParameters.sharedMemorySize", "linuxParameters.swappiness"])
                .concat(["privileged"])
                .map((field) => unsupported(`containers.web.${field}`)),
        ],
        [
            "the host's processes",
            fargate({ pidMode: "host" }),
            [
                "pidMode",
                "launch type FARGATE shares no processes with the host",
                "Give task, or leave it out.",
            ],
        ],
    ];
    itFinds(rows);
});

describe("findServiceFindings, of what the containers ask for, finds", () => {
    const two = (a: object, b: object) => ({
        containers: { a: { image: "i", ...a }, b: { image: "i", ...b } },
    });
    const over = (size: string): Told => [
        size,
        `is less than the ${size} that the containers ask for together`,
        `Give the task more ${size}, or the containers less.`,
    ];
    const rows: Row[] = [
        [
            "nothing where they take all",
            fargate(two({ cpu: 128, memory: 256 }, { cpu: 128, memory: 256 })),
        ],
        [
            "nothing where one is an Output",
            fargate(two({ cpu: 256, memory: 512 }, { cpu: DEFERRED, memory: DEFERRED })),
        ],
        [
            "nothing where less is reserved than allowed",
            fargate(two({ memory: 512, memoryReservation: 256 }, { memory: 256 })),
        ],
        [
            "nothing where the task has no limit",
            service(two({ cpu: 4096, memory: 4096 }, { memory: 1 })),
        ],
        ["too many CPU units", fargate(two({ cpu: 128 }, { cpu: 129 })), over("cpu")],
        ["too much memory", fargate(two({ memory: 256 }, { memory: 257 })), over("memory")],
        [
            "too much reserved memory on an instance",
            service({ memory: 1, ...two({ memoryReservation: 1 }, { memoryReservation: 1 }) }),
            over("memory"),
        ],
        [
            "more memory reserved than allowed",
            container({ memory: 128, memoryReservation: 129 }),
            [
                "containers.web.memoryReservation",
                "is more than the memory that the container may have",
                "Give less than memory.",
            ],
        ],
    ];
    itFinds(rows);
});
