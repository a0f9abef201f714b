import { isDeepStrictEqual } from "node:util";
import type { Account } from "../account";
import type { Properties } from "../resource-type";
import { redeploy, scale } from "./deploy";
import { controllerType } from "./launch";
import { refuser } from "./refuse-service";
import { putService, requireService, type Service } from "./services";

/** What UpdateService is told beside the service. */
export interface ServiceUpdate {
    readonly forceNewDeployment: boolean;
}

/** Settings whose change starts new tasks. */
const REDEPLOYING = [
    "capacityProviderStrategies",
    "enableExecuteCommand",
    "loadBalancers",
    "networkConfiguration",
    "platformVersion",
    "serviceConnectConfiguration",
    "serviceRegistries",
    "taskDefinition",
    "volumeConfiguration",
];

/**
 * Updates a service from outside of Pulumi, as a state machine does. It throws an `AwsError` whose
 * code is AWS's own, for example `ServiceNotFoundException`.
 */
export function updateService(
    account: Account,
    cluster: string,
    arnOrName: string,
    { forceNewDeployment }: ServiceUpdate,
): Service {
    const found = requireService(account, "UpdateService", cluster, arnOrName);
    return applyUpdate(account, found, found.settings, forceNewDeployment);
}

/**
 * Gives a service other settings, and deploys it anew where they need that.
 * @param isForced - Whether it is deployed anew in any case; by default the settings say so.
 */
export function applyUpdate(
    account: Account,
    found: Service,
    settings: Properties,
    isForced = settings.forceNewDeployment === true,
): Service {
    const changed = REDEPLOYING.filter(
        (name) => !isDeepStrictEqual(settings[name], found.settings[name]),
    );
    refuseForController(controllerType(found.settings), changed, isForced);
    const [, clusterName] = found.serviceArn.split("/");
    const deployments =
        isForced || changed.length > 0
            ? redeploy(account, settings, clusterName, found.deployments)
            : scale(account, settings, clusterName, found.deployments);
    const updated = { ...found, settings, deployments };
    putService(account, updated);
    return updated;
}

/** Amazon ECS keeps trying to start what could not start, whatever it is told. */
export function keepTrying(account: Account, found: Service): Service {
    const [, clusterName] = found.serviceArn.split("/");
    const deployments = scale(account, found.settings, clusterName, found.deployments);
    const updated = { ...found, deployments };
    putService(account, updated);
    return updated;
}

/** Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html */
function refuseForController(
    controller: string,
    changed: readonly string[],
    isForced: boolean,
): void {
    const refuse = refuser("UpdateService");
    if (controller === "ECS") {
        return;
    }
    const use =
        controller === "CODE_DEPLOY"
            ? "Use AWS CodeDeploy to trigger a new deployment."
            : "Use a task set.";
    const on = `on services with a ${controller} deployment controller. ${use}`;
    if (changed.includes("taskDefinition")) {
        refuse(`Unable to update task definition ${on}`);
    }
    if (changed.includes("networkConfiguration")) {
        refuse(`Unable to update network parameters ${on}`);
    }
    if (isForced) {
        refuse(`Cannot force a new deployment ${on}`);
    }
}
