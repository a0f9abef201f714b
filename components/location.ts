import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import * as pulumi from "@pulumi/pulumi";
import type { Location } from "../core";

/** Looks up where a component is deployed, with the provider that its children use. */
export function lookUpLocation(parent: pulumi.Resource): pulumi.Output<Location> {
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
