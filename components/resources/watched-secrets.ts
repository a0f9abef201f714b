import * as pulumi from "@pulumi/pulumi";
import {
    countRotationRules,
    findPatternFindings,
    planRotationPatterns,
    type Finding,
    type RotationEntry,
} from "../../core";
import type { Injection } from "../injections";
import type { Scope } from "../scope";

/** The events that a service is redeployed for. */
export interface WatchedSecrets {
    readonly rules: number;
    readonly patterns: pulumi.Output<string[]>;
    /** What speaks against the patterns, once they are known. */
    readonly findings: pulumi.Output<Finding[]>;
}

/** Plans which events show that a secret has changed outside of the program. */
export function planWatchedSecrets(
    { location }: Scope,
    injections: readonly Injection[],
): WatchedSecrets {
    const watched = injections.filter(({ secret, versionId }) => !secret.isManaged && !versionId);
    const rules = countRotationRules(listEntries(watched));
    const patterns = pulumi
        .all([pulumi.all(watched.map(({ reference }) => reference)), location])
        .apply(([references, where]) => planRotationPatterns(references, where, rules));
    const findings = patterns.apply((known) =>
        findPatternFindings(known, rules, "redeployOnRotation"),
    );
    return { rules, patterns, findings };
}

/** One entry for each secret and stage; what may be in either store counts in both. */
function listEntries(watched: readonly Injection[]): RotationEntry[] {
    const entries = new Map<unknown, Map<string, RotationEntry[]>>();
    for (const { secret, versionStage = "AWSCURRENT" } of watched) {
        const { store, arnLength: length } = secret.estimate;
        const stores = store === undefined ? (["secretsmanager", "ssm"] as const) : [store];
        const ofSecret = entries.get(secret) ?? new Map<string, RotationEntry[]>();
        ofSecret.set(
            versionStage,
            stores.map((one) => ({ store: one, label: versionStage, length })),
        );
        entries.set(secret, ofSecret);
    }
    return [...entries.values()].flatMap((ofSecret) => [...ofSecret.values()].flat());
}
