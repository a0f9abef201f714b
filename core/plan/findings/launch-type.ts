import { DEFERRED, isPlainObject, type Deferrable } from "../shape/shape";
import type { ServiceDescription } from "./description";

/** What tasks run on. */
export type LaunchType = "EC2" | "EXTERNAL" | "FARGATE";

/** What decides what tasks run on. */
export type Launched = Pick<ServiceDescription, "launchType" | "capacityProviderStrategies">;

/** Reads what tasks run on: as said, as the capacity providers say, or Fargate. */
export function readLaunchType(service: Launched): Deferrable<LaunchType> {
    const { launchType } = service;
    if (launchType !== undefined) {
        return isLaunchType(launchType) ? launchType : DEFERRED;
    }
    const providers = readCapacityProviders(service);
    if (providers === DEFERRED || providers.some((name) => name === DEFERRED)) {
        return DEFERRED;
    }
    return providers.every(isFargateProvider) ? "FARGATE" : "EC2";
}

/** Reads the names of the capacity providers, where they are at hand. */
export function readCapacityProviders({
    capacityProviderStrategies: strategies = [],
}: Launched): Deferrable<readonly Deferrable<string>[]> {
    return Array.isArray(strategies)
        ? strategies.map((one: unknown) =>
              isPlainObject(one) && typeof one.capacityProvider === "string"
                  ? one.capacityProvider
                  : DEFERRED,
          )
        : DEFERRED;
}

/** Whether a capacity provider is one of Fargate's. */
export function isFargateProvider(provider: Deferrable<string>): boolean {
    return provider === "FARGATE" || provider === "FARGATE_SPOT";
}

function isLaunchType(text: unknown): text is LaunchType {
    return text === "EC2" || text === "EXTERNAL" || text === "FARGATE";
}
