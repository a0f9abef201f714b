import { parseArn } from "../arn";
import { findLocationFindings } from "../plan/findings/find-location-findings";
import type { ReferenceProblem, SecretReference } from "../reference";
import type { TaskPlace } from "./injection-finding";

/**
 * The partitions whose regions have names of their own; all others are in `aws`.
 * Source: https://github.com/boto/botocore/blob/develop/botocore/data/partitions.json
 */
const PARTITIONS: readonly (readonly [start: string, partition: string])[] = [
    ["cn-", "aws-cn"],
    ["us-gov-", "aws-us-gov"],
    ["us-iso-", "aws-iso"],
    ["us-isob-", "aws-iso-b"],
    ["eu-isoe-", "aws-iso-e"],
    ["us-isof-", "aws-iso-f"],
    ["eusc-", "aws-eusc"],
];

/** The partition that a region is in. */
function partitionOf(region: string): string {
    return PARTITIONS.find(([start]) => region.startsWith(start))?.[1] ?? "aws";
}

/** Finds why a secret cannot be read from where the task runs, or cannot exist where it is said to. */
export function findPlaceProblem(
    reference: SecretReference,
    place: TaskPlace,
): ReferenceProblem | undefined {
    const arn = parseArn(reference.arn ?? "");
    if (arn === undefined) {
        return undefined;
    }
    if (partitionOf(arn.region) !== arn.partition) {
        return {
            reason: `region ${arn.region} is in partition ${partitionOf(arn.region)}, not in ${arn.partition}`,
            remedy: "Take the ARN from the secret itself, or build it with the partition of the region.",
        };
    }
    const region = place.region ?? arn.region;
    const location = {
        region,
        partition: place.partition ?? (place.region ? partitionOf(place.region) : arn.partition),
        account: place.account ?? arn.account,
    };
    const [finding] = findLocationFindings(reference, { hasKey: true, location, path: "" });
    return finding && { reason: finding.reason, remedy: finding.remedy };
}
