import type { Location } from "../core";

/** The default VPC of an account, as far as programs look it up. */
export interface Network {
    readonly vpcId: string;
    readonly subnetIds: readonly string[];
    readonly securityGroupId: string;
}

/** Finds the default VPC of an account in a region. */
export type FindNetwork = (location: Location) => Promise<Network>;

/**
 * Makes what asks a server for the default VPC, which is there before a program runs. It is asked
 * without the SDK: looking up is not what is judged, and the client for Amazon EC2 is by far the biggest.
 */
export function createFindNetwork(endpoint: string): FindNetwork {
    return async (location) => {
        const ask = (action: string, tag: string) => describe(endpoint, location, action, tag);
        const [vpcId] = await ask("DescribeVpcs", "vpcId");
        const subnetIds = await ask("DescribeSubnets", "subnetId");
        const [securityGroupId] = await ask("DescribeSecurityGroups", "groupId");
        return { vpcId, subnetIds, securityGroupId };
    };
}

async function describe(
    endpoint: string,
    { region, account }: Location,
    action: string,
    tag: string,
): Promise<string[]> {
    const response = await fetch(endpoint, {
        method: "POST",
        headers: {
            // From this moto knows service and region; it does not look at signatures.
            authorization: `AWS4-HMAC-SHA256 Credential=example/20260101/${region}/ec2/aws4_request`,
            "content-type": "application/x-www-form-urlencoded",
            "x-moto-account-id": account,
        },
        body: new URLSearchParams({ Action: action, Version: "2016-11-15" }).toString(),
    });
    const ids = (await response.text()).matchAll(new RegExp(`<${tag}>([^<]+)</${tag}>`, "g"));
    const found = [...new Set([...ids].map(([, id]) => id))].sort();
    if (!response.ok || found.length === 0) {
        throw new Error(`moto has no default VPC in ${region}: ${action}, HTTP ${response.status}`);
    }
    return found;
}
