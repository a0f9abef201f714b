import type { Finding } from "../../finding";
import { DEFERRED, isPlainObject, joinPath } from "../shape/shape";
import type { ContainerDescription, ServiceDescription } from "./description";
import { readLaunchType } from "./launch-type";

/**
 * Finds what does not go with the network mode of the tasks.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function findNetworkModeFindings(service: ServiceDescription): Finding[] {
    const mode = service.networkMode ?? "awsvpc";
    if (mode === "awsvpc" && service.launchType === "EXTERNAL") {
        // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-anywhere.html
        const reason = "launch type EXTERNAL has no network mode awsvpc, which is the default";
        return [{ path: "networkMode", reason, remedy: "Give bridge, host or none." }];
    }
    const fields = mode === "awsvpc" ? REFUSED_BY_AWSVPC : mode === "bridge" ? [] : ["links"];
    return mode === DEFERRED
        ? []
        : Object.entries(service.containers).flatMap(([name, container]) =>
              fields
                  .filter((field) => isAsked(container, field))
                  .map((field) => ({
                      path: joinPath(joinPath("containers", name), field),
                      reason: `is not supported in network mode ${mode}`,
                      remedy: "Remove it, or give networkMode bridge.",
                  })),
          );
}

const REFUSED_BY_AWSVPC = [
    ...["disableNetworking", "dnsSearchDomains", "dnsServers", "extraHosts", "hostname", "links"],
];

function isAsked(container: ContainerDescription, field: string): boolean {
    const value = container[field];
    const isNothing = value === undefined || value === DEFERRED || value === false;
    return !isNothing && !(Array.isArray(value) && value.length === 0);
}

/** Finds that a service lacks the network that its tasks need, or has one that they do not take. */
export function findNetworkConfigurationFindings(service: ServiceDescription): Finding[] {
    const { networkConfiguration, networkMode = "awsvpc", launchType } = service;
    const path = "networkConfiguration";
    // The network of the tasks is then given with each task set.
    if (service.deploymentController === "EXTERNAL" || networkMode === DEFERRED) {
        return [];
    }
    if (networkMode !== "awsvpc") {
        const reason = "is given, and only network mode awsvpc takes it";
        return networkConfiguration === undefined
            ? []
            : [{ path, reason, remedy: "Remove it, or leave networkMode out." }];
    }
    if (networkConfiguration === undefined) {
        const reason = "is missing, and network mode awsvpc needs it";
        const remedy = "Give its subnets and security groups.";
        // Another network mode is asked for then.
        return launchType === "EXTERNAL" ? [] : [{ path, reason, remedy }];
    }
    return findPublicIpFindings(service);
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html */
function findPublicIpFindings(service: ServiceDescription): Finding[] {
    const { networkConfiguration } = service;
    const launchType = readLaunchType(service);
    const isAsked =
        isPlainObject(networkConfiguration) && networkConfiguration.assignPublicIp === true;
    const isRefused = isAsked && launchType !== "FARGATE" && launchType !== DEFERRED;
    const path = "networkConfiguration.assignPublicIp";
    const reason = "only launch type FARGATE gives tasks a public IP address";
    return isRefused ? [{ path, reason, remedy: "Remove it, or give launchType FARGATE." }] : [];
}
