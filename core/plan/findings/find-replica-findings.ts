import { parseArn } from "../../arn";
import type { Finding } from "../../finding";
import { DEFERRED, type Deferrable } from "../shape/shape";
import type { ReplicaDescription } from "./description";
import { findKeyFindings } from "./find-key-findings";

/**
 * Finds replicas that a secret cannot have.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_ReplicaRegionType.html
 */
export function findReplicaFindings(
    replicas: readonly Deferrable<ReplicaDescription>[],
    path: string,
): Finding[] {
    const regions = replicas.map((replica) => (replica === DEFERRED ? undefined : replica.region));
    return replicas.flatMap((replica, index) =>
        replica === DEFERRED
            ? []
            : [
                  ...findRegionFindings(regions, index, `${path}[${index}].region`),
                  ...findReplicaKeyFindings(replica, `${path}[${index}].kmsKeyId`),
              ],
    );
}

function findRegionFindings(regions: readonly unknown[], index: number, path: string): Finding[] {
    const region = regions[index];
    if (typeof region !== "string") {
        return [];
    }
    if (!/^[a-z]{2,}(-[a-z]+)+-\d+$/.test(region)) {
        return [{ path, reason: "is no region", remedy: "Write it like eu-west-1." }];
    }
    const reason = "is the region of another replica already";
    return regions.indexOf(region) < index
        ? [{ path, reason, remedy: "Remove one of the two." }]
        : [];
}

function findReplicaKeyFindings({ region, kmsKeyId }: ReplicaDescription, path: string) {
    if (typeof kmsKeyId !== "string") {
        return [];
    }
    const findings = findKeyFindings(kmsKeyId, path);
    const ownRegion = parseArn(kmsKeyId)?.region;
    const isElsewhere =
        typeof region === "string" && ownRegion !== undefined && ownRegion !== region;
    const reason = "is not in the region of the replica";
    return findings.length === 0 && isElsewhere
        ? [{ path, reason, remedy: "Give a key of that region." }]
        : findings;
}
