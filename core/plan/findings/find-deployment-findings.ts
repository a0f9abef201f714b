import type { Finding } from "../../finding";
import { DEFERRED } from "../shape/shape";
import type { ServiceDescription } from "./description";

/** What only deployments have that Amazon ECS makes itself. */
const OF_ECS = ["deploymentCircuitBreaker", "alarms", "serviceConnectConfiguration"] as const;

/**
 * What is given with each task set, where a third party makes the deployments.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-external.html
 */
const OF_TASK_SETS = [
    ...["capacityProviderStrategies", "loadBalancers", "networkConfiguration"],
    ...["platformVersion", "serviceRegistries"],
] as const;

/**
 * Finds what does not go with the deployment controller of a service.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentController.html
 */
export function findDeploymentFindings(service: ServiceDescription): Finding[] {
    const { deploymentController: controller = "ECS", waitForSteadyState } = service;
    if (controller === DEFERRED || controller === "ECS") {
        return [];
    }
    const remedy = "Remove it, or use deployment controller ECS.";
    const reason = `cannot be used with deployment controller ${controller}`;
    const waited = `${reason}: this component starts no deployment then`;
    return [
        ...OF_ECS.filter((field) => service[field] !== undefined).map((path) => ({
            path,
            reason,
            remedy,
        })),
        ...(waitForSteadyState === true
            ? [{ path: "waitForSteadyState", reason: waited, remedy }]
            : []),
        ...(controller === "EXTERNAL" ? findOfTaskSets(service) : findOfCodeDeploy(service)),
    ];
}

function findOfTaskSets(service: ServiceDescription): Finding[] {
    return OF_TASK_SETS.filter((field) => service[field] !== undefined).map((path) => ({
        path,
        reason: "is given with each task set where the deployment controller is EXTERNAL",
        remedy: "Remove it here, or use deployment controller ECS.",
    }));
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html */
function findOfCodeDeploy({ loadBalancers = [] }: ServiceDescription): Finding[] {
    const path = "loadBalancers";
    const reason = "is missing, and deployment controller CODE_DEPLOY shifts traffic by it";
    const remedy = "Give a load balancer, or use deployment controller ECS.";
    return Array.isArray(loadBalancers) && loadBalancers.length === 0
        ? [{ path, reason, remedy }]
        : [];
}
