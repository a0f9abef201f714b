import type { Finding } from "../../finding";
import { DEFERRED, joinPath, type Deferrable } from "../shape/shape";
import type { ContainerDescription, PortDescription } from "./description";

interface PlacedPort {
    readonly path: string;
    readonly container: string;
    readonly port: PortDescription;
}

/**
 * Finds port mappings that cannot be.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export function findPortFindings(
    containers: Readonly<Record<string, ContainerDescription>>,
    networkMode: Deferrable<string> = "awsvpc",
): Finding[] {
    const ports = Object.entries(containers).flatMap(([container, { portMappings = [] }]) =>
        (portMappings === DEFERRED ? [] : portMappings).flatMap((port, index) =>
            port === DEFERRED
                ? []
                : [{ port, container, path: `containers.${container}.portMappings[${index}]` }],
        ),
    );
    ports.sort((a, b) => (a.container < b.container ? -1 : a.container > b.container ? 1 : 0));
    return [
        ...ports.flatMap(({ port, path }) => findNumberFindings(port, path)),
        ...ports.flatMap(({ port, path }) => findHostPortFindings(port, networkMode, path)),
        ...findTwice(ports, "containerPort", "is mapped by the same container already", mappingOf),
        ...findTwice(ports, "name", "is the name of another port mapping already", nameOf),
    ];
}

function mappingOf({ container, port }: PlacedPort): string | undefined {
    const { containerPort, protocol = "tcp" } = port;
    const isKnown = typeof containerPort === "number" && typeof protocol === "string";
    // The same port may be mapped to several ports of the host.
    const hostPort = typeof port.hostPort === "symbol" ? undefined : (port.hostPort ?? "");
    return isKnown && hostPort !== undefined
        ? [container, containerPort, protocol, hostPort].join(" ")
        : undefined;
}

function nameOf({ port: { name } }: PlacedPort): string | undefined {
    return typeof name === "string" ? name : undefined;
}

function findTwice(
    ports: readonly PlacedPort[],
    field: string,
    reason: string,
    idOf: (port: PlacedPort) => string | undefined,
): Finding[] {
    const ids = ports.map(idOf);
    return ports.flatMap(({ path }, index) =>
        ids[index] !== undefined && ids.indexOf(ids[index]) < index
            ? [
                  {
                      path: joinPath(path, field),
                      reason,
                      remedy: "Remove one of the two, or change it.",
                  },
              ]
            : [],
    );
}

function findNumberFindings(port: PortDescription, path: string): Finding[] {
    const { containerPort, containerPortRange: range, hostPort } = port;
    const reason = "is no port";
    const remedy = "Give a number from 1 to 65535.";
    return [
        ...(typeof containerPort === "number" && !isPort(containerPort)
            ? [{ path: joinPath(path, "containerPort"), reason, remedy }]
            : []),
        ...(typeof hostPort === "number" && hostPort !== 0 && !isPort(hostPort)
            ? [{ path: joinPath(path, "hostPort"), reason, remedy }]
            : []),
        ...(typeof range === "string" && !isRange(range)
            ? [
                  {
                      path: joinPath(path, "containerPortRange"),
                      reason: "is no range of ports",
                      remedy: "Write it like 8000-8010.",
                  },
              ]
            : []),
    ];
}

function isPort(number: number): boolean {
    return number >= 1 && number <= 65_535;
}

function isRange(text: string): boolean {
    const [, first, last] = (/^(\d{1,5})-(\d{1,5})$/.exec(text) ?? []).map(Number);
    return first !== undefined && isPort(first) && isPort(last) && first <= last;
}

function findHostPortFindings(
    { containerPort, containerPortRange, hostPort }: PortDescription,
    networkMode: Deferrable<string>,
    path: string,
): Finding[] {
    const at = joinPath(path, "hostPort");
    const isOnHost = networkMode === "awsvpc" || networkMode === "host";
    if (hostPort === undefined || hostPort === DEFERRED) {
        return [];
    }
    if (containerPortRange !== undefined) {
        const reason = "cannot be given together with containerPortRange";
        return [{ path: at, reason, remedy: "Leave it out: Amazon ECS chooses the ports." }];
    }
    const reason = `must be the container's port in network mode ${String(networkMode)}`;
    return isOnHost && typeof containerPort === "number" && hostPort !== containerPort
        ? [{ path: at, reason, remedy: "Leave it out." }]
        : [];
}
