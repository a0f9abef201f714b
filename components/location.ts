import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../core";

/** Any resource of the provider: all of its resources are in one place. */
const ANY_RESOURCE = "aws:ecs/service:Service";

/** Where each provider deploys to; the default one is the program's, which its monitor stands for. */
const locations = new WeakMap<object, pulumi.Output<Location>>();

/** Looks up where a component is deployed, once for all that use the same provider. */
export function lookUpLocation(parent: pulumi.Resource): pulumi.Output<Location> {
    const provider = parent.getProvider(ANY_RESOURCE) ?? (pulumi.runtime.getMonitor() as object);
    const known = locations.get(provider) ?? askForLocation(parent);
    locations.set(provider, known);
    return known;
}

function askForLocation(parent: pulumi.Resource): pulumi.Output<Location> {
    const opts = { parent };
    return pulumi
        .all([
            getPartitionOutput({}, opts),
            getRegionOutput({}, opts),
            getCallerIdentityOutput({}, opts),
        ])
        .apply(([{ partition }, { region }, { accountId }]) => ({
            partition,
            region,
            account: accountId,
        }));
}
