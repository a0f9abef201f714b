import { DEFERRED } from "../../../../core";
import { container, fargate, service } from "../fixtures";
import { itFinds, type Row, type Told } from "./rows";

const refused = (field: string, mode: string): Told => [
    `containers.web.${field}`,
    `is not supported in network mode ${mode}`,
    "Remove it, or give networkMode bridge.",
];
const names = { hostname: "web", dnsServers: ["10.0.0.2"], dnsSearchDomains: ["example"] };
const others = { extraHosts: [DEFERRED], links: [DEFERRED], disableNetworking: true };
const NETWORK: Told = [
    "networkConfiguration",
    "is given, and only network mode awsvpc takes it",
    "Remove it, or leave networkMode out.",
];
const subnets = ["subnet-0"];

describe("findServiceFindings, of the network, finds", () => {
    const rows: Row[] = [
        ["nothing in names and hosts in network mode bridge", container({ ...names, ...others })],
        [
            "nothing in what asks for nothing in awsvpc",
            fargate(
                {},
                { dnsServers: [], links: [], disableNetworking: false, hostname: DEFERRED },
            ),
        ],
        [
            "nothing where the mode is an Output",
            service({ networkMode: DEFERRED, networkConfiguration: { subnets } }),
        ],
        [
            "all of them in awsvpc",
            fargate({}, { ...names, ...others }),
            ...Object.keys({ ...names, ...others })
                .sort()
                .map((field) => refused(field, "awsvpc")),
        ],
        [
            "links in network mode host",
            service({
                networkMode: "host",
                containers: { web: { image: "i", memory: 1, ...names, links: [DEFERRED] } },
            }),
            refused("links", "host"),
        ],
        ["a network in mode bridge", service({ networkConfiguration: { subnets } }), NETWORK],
        [
            "a network in mode none",
            service({ networkMode: "none", networkConfiguration: { subnets } }),
            NETWORK,
        ],
    ];
    itFinds(rows);
});
