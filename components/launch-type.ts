import * as pulumi from "@pulumi/pulumi";
import { isFargateProvider } from "../core";
import type { ScopeArgs } from "./scope";

/** What the task definition must be compatible with. */
export function readCompatibility({
    launchType,
    capacityProviderStrategies,
}: ScopeArgs): pulumi.Input<string> {
    return launchType === undefined && capacityProviderStrategies !== undefined
        ? pulumi
              .output(capacityProviderStrategies)
              .apply((strategies) =>
                  strategies.every(({ capacityProvider }) => isFargateProvider(capacityProvider))
                      ? "FARGATE"
                      : "EC2",
              )
        : (launchType ?? "FARGATE");
}
