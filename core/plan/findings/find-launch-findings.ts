import type { Finding } from "../../finding";
import { DEFERRED, joinPath } from "../shape/shape";
import type { ServiceDescription } from "./description";
import { findFargateFindings } from "./find-fargate-findings";
import { findNetworkModeFindings } from "./find-network-findings";
import { readLaunchType } from "./launch-type";

/** The most containers that a task definition may hold. */
const MAX_CONTAINERS = 10;

/**
 * Finds what the launch type and the network mode need and have not got.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export function findLaunchFindings(service: ServiceDescription): Finding[] {
    const launchType = readLaunchType(service);
    return [
        ...findTooManyContainers(service),
        ...findNetworkModeFindings(service),
        ...(launchType === "FARGATE" ? findFargateFindings(service) : []),
        ...(launchType !== "FARGATE" && launchType !== DEFERRED ? findUnlimited(service) : []),
        ...findOverbooked(service, "cpu"),
        ...findOverbooked(service, "memory"),
        ...findOverReserved(service),
    ];
}

function findTooManyContainers({ containers }: ServiceDescription): Finding[] {
    const reason = `a task definition holds at most ${MAX_CONTAINERS} containers`;
    return Object.keys(containers).length > MAX_CONTAINERS
        ? [{ path: "containers", reason, remedy: "Split the service." }]
        : [];
}

/** On an instance, a container needs a limit of its own where the task has none. */
function findUnlimited(service: ServiceDescription): Finding[] {
    return Object.entries(service.containers)
        .filter(([, one]) => (one.memory ?? one.memoryReservation ?? service.memory) === undefined)
        .map(([name]) => ({
            path: joinPath(joinPath("containers", name), "memory"),
            reason: "is missing, and neither the container nor the task has another limit",
            remedy: "Give memory or memoryReservation, or the task's memory.",
        }));
}

/**
 * Finds containers that ask for more than the task has.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
function findOverbooked(service: ServiceDescription, size: "cpu" | "memory"): Finding[] {
    const all = service[size];
    const asked = Object.values(service.containers)
        .map((one) => (size === "cpu" ? one.cpu : (one.memoryReservation ?? one.memory)))
        .filter((one) => typeof one === "number");
    const sum = asked.reduce((total, one) => total + one, 0);
    const reason = `is less than the ${size} that the containers ask for together`;
    const remedy = `Give the task more ${size}, or the containers less.`;
    return typeof all === "number" && sum > all ? [{ path: size, reason, remedy }] : [];
}

function findOverReserved(service: ServiceDescription): Finding[] {
    return Object.entries(service.containers).flatMap(([name, { memory, memoryReservation }]) => {
        const path = joinPath(joinPath("containers", name), "memoryReservation");
        const isOver =
            typeof memory === "number" &&
            typeof memoryReservation === "number" &&
            memoryReservation > memory;
        const reason = "is more than the memory that the container may have";
        return isOver ? [{ path, reason, remedy: "Give less than memory." }] : [];
    });
}
