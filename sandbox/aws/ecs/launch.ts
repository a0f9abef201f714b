import { text, type Properties } from "../resource-type";

/** How the tasks of a service are run. */
export interface Launch {
    /** Absent where a capacity provider strategy decides. */
    readonly launchType?: string;
    readonly isFargate: boolean;
}

/** Reads how the tasks of a service are run. */
export function readLaunch(inputs: Properties): Launch {
    const providers = capacityProviders(inputs);
    if (providers.length > 0) {
        return { isFargate: providers.every((name) => /^FARGATE(_SPOT)?$/.test(name)) };
    }
    const launchType = text(inputs, "launchType") || "EC2";
    return { launchType, isFargate: launchType === "FARGATE" };
}

/** The names of the capacity providers of a service's strategy. */
export function capacityProviders({ capacityProviderStrategies }: Properties): string[] {
    const strategies = (capacityProviderStrategies ?? []) as readonly Properties[];
    return strategies.map((strategy) => text(strategy, "capacityProvider"));
}

/** The type of the controller that deploys a service. */
export function controllerType({ deploymentController }: Properties): string {
    return text((deploymentController ?? {}) as Properties, "type") || "ECS";
}
