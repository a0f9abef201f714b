import { DEFERRED } from "../../../../core";
import { container, fargate, service } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const listening = (...portMappings: unknown[]) => container({ portMappings });
const inVpc = (...portMappings: unknown[]) => fargate({}, { portMappings });
const at = (index: number, field: string) => `containers.web.portMappings[${index}].${field}`;
const CHANGE = "Remove one of the two, or change it.";
const noPort = (field: string): Told => [
    at(0, field),
    "is no port",
    "Give a number from 1 to 65535.",
];
const noRange: Told = [
    at(0, "containerPortRange"),
    "is no range of ports",
    "Write it like 8000-8010.",
];
const notOwn = (mode: string): Told => [
    at(0, "hostPort"),
    `must be the container's port in network mode ${mode}`,
    "Leave it out.",
];

describe("findServiceFindings, of ports, finds", () => {
    const rows: Row[] = [
        [
            "nothing in the least and the greatest",
            listening({ containerPort: 1 }, { containerPort: 65_535 }),
        ],
        [
            "nothing in a port of the host that Docker chooses",
            listening({ containerPort: 80, hostPort: 0 }),
        ],
        [
            "nothing in the container's own port in awsvpc",
            inVpc({ containerPort: 80, hostPort: 80 }),
        ],
        [
            "nothing in Outputs in awsvpc",
            inVpc(
                { containerPort: 80, hostPort: DEFERRED },
                { containerPort: DEFERRED, hostPort: 1 },
            ),
        ],
        [
            "nothing in a range",
            listening({ containerPortRange: "8000-8010" }, { containerPortRange: "1-1" }),
        ],
        [
            "nothing in the same port by two protocols",
            listening({ containerPort: 53 }, { containerPort: 53, protocol: "udp" }),
        ],
        [
            "nothing in the same port on two of the host's",
            listening({ containerPort: 80, hostPort: 80 }, { containerPort: 80, hostPort: 81 }),
        ],
        [
            "nothing in ports of which one is an Output",
            listening(
                { containerPort: 80 },
                { containerPort: 80, hostPort: DEFERRED },
                { containerPort: DEFERRED },
            ),
        ],
        [
            "nothing in the same port of two containers",
            service({
                containers: {
                    a: { image: "i", memory: 1, portMappings: [{ containerPort: 80 }] },
                    b: { image: "i", memory: 1, portMappings: [{ containerPort: 80 }] },
                },
            }),
        ],
        ["no port", listening({ containerPort: 0 }), noPort("containerPort")],
        [
            "a port beyond the greatest",
            listening({ containerPort: 65_536 }),
            noPort("containerPort"),
        ],
        [
            "a port of the host beyond the greatest",
            listening({ containerPort: 80, hostPort: 65_536 }),
            noPort("hostPort"),
        ],
        [
            "a port and a range",
            listening({ containerPort: 80, containerPortRange: "1-2" }),
            [
                at(0, "containerPortRange"),
                "cannot be given together with containerPort",
                "Give one of the two.",
            ],
        ],
        ["half a range", listening({ containerPortRange: "8000" }), noRange],
        ["a range from the greater to the less", listening({ containerPortRange: "2-1" }), noRange],
        ["a range beyond the greatest", listening({ containerPortRange: "1-65536" }), noRange],
        ["a range from no port", listening({ containerPortRange: "0-1" }), noRange],
        [
            "a range with a port of the host",
            listening({ containerPortRange: "1-2", hostPort: 1 }),
            [
                at(0, "hostPort"),
                "cannot be given together with containerPortRange",
                "Leave it out: Amazon ECS chooses the ports.",
            ],
        ],
        [
            "another port of the host in awsvpc",
            inVpc({ containerPort: 80, hostPort: 0 }),
            notOwn("awsvpc"),
        ],
        [
            "another port of the host in network mode host",
            service({
                networkMode: "host",
                containers: {
                    web: {
                        image: "i",
                        memory: 1,
                        portMappings: [{ containerPort: 80, hostPort: 81 }],
                    },
                },
            }),
            notOwn("host"),
        ],
        [
            "a port twice, with its protocol said or not",
            listening(
                { containerPort: 80 },
                { containerPort: 81 },
                { containerPort: 80, protocol: "tcp" },
            ),
            [at(2, "containerPort"), "is mapped by the same container already", CHANGE],
        ],
        [
            "a name twice, in two containers",
            service({
                containers: {
                    web: {
                        image: "i",
                        memory: 1,
                        portMappings: [{ containerPort: 80, name: "http" }],
                    },
                    api: {
                        image: "i",
                        memory: 1,
                        portMappings: [{ containerPort: 81, name: "http" }],
                    },
                },
            }),
            [at(0, "name"), "is the name of another port mapping already", CHANGE],
        ],
    ];
    itFinds(rows);
});
