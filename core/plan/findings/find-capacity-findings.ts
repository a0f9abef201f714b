import type { Finding } from "../../finding";
import { DEFERRED, isPlainObject } from "../shape/shape";
import type { ServiceDescription } from "./description";
import { isFargateProvider, readCapacityProviders, readLaunchType } from "./launch-type";

/**
 * Finds what does not go with what the tasks of a service run on.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
export function findCapacityFindings(service: ServiceDescription): Finding[] {
    return [
        ...findProviderFindings(service),
        ...findPlatformFindings(service),
        ...findSchedulingFindings(service),
    ];
}

function findProviderFindings(service: ServiceDescription): Finding[] {
    const path = "capacityProviderStrategies";
    const providers = readCapacityProviders(service);
    if (service.launchType !== undefined && providers !== DEFERRED && providers.length > 0) {
        const reason = "cannot be given together with launchType";
        return [{ path, reason, remedy: "Give one of the two." }];
    }
    const known = providers === DEFERRED ? [] : providers.filter((name) => name !== DEFERRED);
    const reason = "names capacity providers of Fargate and others, which Amazon ECS does not mix";
    return known.some(isFargateProvider) && !known.every(isFargateProvider)
        ? [{ path, reason, remedy: "Name FARGATE and FARGATE_SPOT alone, or none of the two." }]
        : [];
}

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-linux-fargate.html */
function findPlatformFindings(service: ServiceDescription): Finding[] {
    const { platformVersion } = service;
    const path = "platformVersion";
    const launchType = readLaunchType(service);
    if (platformVersion === undefined || launchType === DEFERRED) {
        return [];
    }
    if (launchType !== "FARGATE") {
        const reason = "is given, and only launch type FARGATE has platform versions";
        return [{ path, reason, remedy: "Remove it." }];
    }
    if (platformVersion === DEFERRED || platformVersion === "LATEST") {
        return [];
    }
    const [, major, minor] = (VERSION.exec(platformVersion) ?? []).map(Number);
    if (major === undefined) {
        return [{ path, reason: "is no platform version", remedy: "Give LATEST or 1.4.0." }];
    }
    const isOld = major < 1 || (major === 1 && minor < 4);
    const reason =
        "is below 1.4.0, which Fargate does not run any more, and lacks JSON keys of secrets";
    return isOld && !mayBeWindows(service.runtimePlatform)
        ? [{ path, reason, remedy: "Leave it out, or give 1.4.0 or later." }]
        : [];
}

/** The platform versions of Windows begin anew at 1.0.0. */
function mayBeWindows(platform: unknown): boolean {
    if (platform === DEFERRED) {
        return true;
    }
    const family = isPlainObject(platform) ? platform.operatingSystemFamily : undefined;
    return family === DEFERRED || (typeof family === "string" && family.startsWith("WINDOWS"));
}

function findSchedulingFindings(service: ServiceDescription): Finding[] {
    if (service.schedulingStrategy !== "DAEMON") {
        return [];
    }
    const path = "schedulingStrategy";
    const remedy = "Leave schedulingStrategy out.";
    const controller = service.deploymentController;
    const isFargateLaunch = readLaunchType(service) === "FARGATE";
    const isOther = controller === "CODE_DEPLOY" || controller === "EXTERNAL";
    const count = "is given, and with schedulingStrategy DAEMON each instance runs one task";
    return [
        ...(isFargateLaunch
            ? [{ path, reason: "is DAEMON, which launch type FARGATE does not support", remedy }]
            : []),
        ...(isOther
            ? [{ path, reason: `is DAEMON, which ${controller} does not support`, remedy }]
            : []),
        ...(service.desiredCount === undefined
            ? []
            : [{ path: "desiredCount", reason: count, remedy: "Remove it." }]),
    ];
}
