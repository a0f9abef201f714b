import type { Finding } from "../../finding";
import { DEFERRED, isPlainObject, joinPath } from "../shape/shape";
import type { ContainerDescription, ServiceDescription } from "./description";
import { describeMemory, FARGATE_SIZES, fargateCpus, hasMemory } from "./fargate-sizes";

const AND_LAUNCH = "or give another launchType.";

/**
 * Finds what tasks on Fargate need and have not got, and what they cannot have.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
 */
export function findFargateFindings(service: ServiceDescription): Finding[] {
    const missing = (["cpu", "memory"] as const).filter((size) => service[size] === undefined);
    const isOtherMode = !["awsvpc", DEFERRED].includes(service.networkMode ?? "awsvpc");
    const otherMode = {
        path: "networkMode",
        reason: "launch type FARGATE runs with network mode awsvpc alone",
        remedy: "Leave it out, or give another launchType.",
    };
    return [
        ...missing.map((size) => ({
            path: size,
            reason: "is missing, and launch type FARGATE needs it",
            remedy: `Give the task's ${size}, or another launchType.`,
        })),
        ...(isOtherMode ? [otherMode] : []),
        ...findSizeFindings(service),
        ...findUnsupported(service),
    ];
}

function findSizeFindings({ cpu, memory }: ServiceDescription): Finding[] {
    const size = FARGATE_SIZES.find((one) => one.cpu === cpu);
    if (typeof cpu === "number" && size === undefined) {
        const reason = "is no number of CPU units that launch type FARGATE has";
        const known = FARGATE_SIZES.map((one) => one.cpu).join(" or ");
        return [{ path: "cpu", reason, remedy: `Give ${known}.` }];
    }
    if (typeof memory !== "number") {
        return [];
    }
    const cpus = fargateCpus(memory);
    if (size === undefined) {
        const reason = "is no size of memory that launch type FARGATE has";
        const remedy = `Give, for example, ${describeMemory(FARGATE_SIZES[0])}.`;
        return cpus.length === 0 ? [{ path: "memory", reason, remedy }] : [];
    }
    const reason = `is no size that launch type FARGATE has with cpu ${size.cpu}`;
    const others = cpus.length === 0 ? "" : `, or cpu ${cpus.join(" or ")}`;
    return hasMemory(size, memory)
        ? []
        : [{ path: "memory", reason, remedy: `Give ${describeMemory(size)}${others}.` }];
}

/** Fields of a container that Fargate does not know; awsvpc refuses others by itself. */
const UNSUPPORTED = ["dockerSecurityOptions"] as const;
const OF_LINUX = ["devices", "maxSwap", "sharedMemorySize", "swappiness"];

function findUnsupported(service: ServiceDescription): Finding[] {
    const ofTask = (["ipcMode", "placementConstraints", "orderedPlacementStrategies"] as const)
        .filter((field) => isGiven(service[field]))
        .map((field): string => field);
    const ofContainers = Object.entries(service.containers).flatMap(([name, container]) =>
        listUnsupported(container).map((field) => joinPath(joinPath("containers", name), field)),
    );
    const isHostPid = service.pidMode === "host";
    const hostPid = {
        path: "pidMode",
        reason: "launch type FARGATE shares no processes with the host",
        remedy: "Give task, or leave it out.",
    };
    return [
        ...[...ofTask, ...ofContainers].map((path) => ({
            path,
            reason: "is not supported by launch type FARGATE",
            remedy: `Remove it, ${AND_LAUNCH}`,
        })),
        ...(isHostPid ? [hostPid] : []),
    ];
}

function listUnsupported(container: ContainerDescription): string[] {
    const { linuxParameters } = container;
    return [
        ...UNSUPPORTED.filter((field) => isGiven(container[field])),
        ...(container.privileged === true ? ["privileged"] : []),
        ...(isPlainObject(linuxParameters)
            ? OF_LINUX.filter((field) => isGiven(linuxParameters[field])).map(
                  (field) => `linuxParameters.${field}`,
              )
            : []),
    ];
}

/** An empty list asks for nothing, and of an Output it is not known what it asks for. */
function isGiven(value: unknown): boolean {
    return (
        value !== undefined && value !== DEFERRED && !(Array.isArray(value) && value.length === 0)
    );
}
