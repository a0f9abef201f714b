import type { Finding } from "../../finding";
import { DEFERRED, isPlainObject, joinPath, type Deferrable } from "../shape/shape";

/** What decides on what and how the tasks of a service run. */
export interface LaunchDescription {
    readonly launchType?: Deferrable<string>;
    readonly networkMode?: Deferrable<string>;
    readonly networkConfiguration?: unknown;
    readonly cpu?: unknown;
    readonly memory?: unknown;
    readonly containers: Readonly<Record<string, SizedContainer>>;
}

interface SizedContainer {
    readonly memory?: unknown;
    readonly memoryReservation?: unknown;
}

/** The most containers that a task definition may hold. */
const MAX_CONTAINERS = 10;

/**
 * Finds what the launch type and the network mode need and have not got.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html
 */
export function findLaunchFindings(service: LaunchDescription): Finding[] {
    const launchType = service.launchType ?? "FARGATE";
    return [
        ...findTooManyContainers(service),
        ...findNetworkFindings(service),
        ...findPublicIpFindings(service),
        ...(launchType === "FARGATE" ? findFargateFindings(service) : []),
        ...(launchType !== "FARGATE" && launchType !== DEFERRED ? findUnlimited(service) : []),
    ];
}

function findTooManyContainers({ containers }: LaunchDescription): Finding[] {
    const reason = `a task definition holds at most ${MAX_CONTAINERS} containers`;
    return Object.keys(containers).length > MAX_CONTAINERS
        ? [{ path: "containers", reason, remedy: "Split the service." }]
        : [];
}

function findNetworkFindings(service: LaunchDescription): Finding[] {
    const isAwsvpc = (service.networkMode ?? "awsvpc") === "awsvpc";
    if (isAwsvpc && service.launchType === "EXTERNAL") {
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html
        const reason = "launch type EXTERNAL has no network mode awsvpc, which is the default";
        return [{ path: "networkMode", reason, remedy: "Give bridge, host or none." }];
    }
    const isMissing = isAwsvpc && service.networkConfiguration === undefined;
    const reason = "is missing, and network mode awsvpc needs it";
    const remedy = "Give its subnets and security groups.";
    return isMissing ? [{ path: "networkConfiguration", reason, remedy }] : [];
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html */
function findPublicIpFindings({
    launchType = "FARGATE",
    networkConfiguration,
}: LaunchDescription): Finding[] {
    const isAsked =
        isPlainObject(networkConfiguration) && networkConfiguration.assignPublicIp === true;
    const isRefused = isAsked && launchType !== "FARGATE" && launchType !== DEFERRED;
    const path = "networkConfiguration.assignPublicIp";
    const reason = "only launch type FARGATE gives tasks a public IP address";
    return isRefused ? [{ path, reason, remedy: "Remove it, or give launchType FARGATE." }] : [];
}

function findFargateFindings(service: LaunchDescription): Finding[] {
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
    ];
}

/** On an instance, a container needs a limit of its own where the task has none. */
function findUnlimited(service: LaunchDescription): Finding[] {
    return Object.entries(service.containers)
        .filter(([, one]) => (one.memory ?? one.memoryReservation ?? service.memory) === undefined)
        .map(([name]) => ({
            path: joinPath(joinPath("containers", name), "memory"),
            reason: "is missing, and neither the container nor the task has another limit",
            remedy: "Give memory or memoryReservation, or the task's memory.",
        }));
}
