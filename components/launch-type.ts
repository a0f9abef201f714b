import type * as pulumi from "@pulumi/pulumi";
import { isFargateProvider } from "../core";
import { readArg, type Scope } from "./scope";

/** What the task definition must be compatible with. */
export function readCompatibility(scope: Scope): pulumi.Input<string> {
    const { launchType, capacityProviderStrategies } = scope.args;
    return launchType === undefined && capacityProviderStrategies !== undefined
        ? readArg(scope, capacityProviderStrategies).apply((strategies) =>
              strategies.every(({ capacityProvider }) => isFargateProvider(capacityProvider))
                  ? "FARGATE"
                  : "EC2",
          )
        : (launchType ?? "FARGATE");
}
