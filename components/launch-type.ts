import * as pulumi from "@pulumi/pulumi";
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
                  strategies.every(({ capacityProvider }) => /^FARGATE/.test(capacityProvider))
                      ? "FARGATE"
                      : "EC2",
              )
        : (launchType ?? "FARGATE");
}
