import type * as pulumi from "@pulumi/pulumi";
import {
    countRotationRules,
    findPatternFindings,
    planRotationPatterns,
    type Finding,
    type RotationEntry,
} from "../../core";
import { resolveFacts } from "../facts";
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
    // The credentials of a registry are read to pull the image: no running container holds them.
    const watched = injections.filter(
        ({ secret, part, target }) =>
            !secret.isManaged && !part.versionId && target !== "repositoryCredentials",
    );
    const rules = countRotationRules(listEntries(watched));
    // What the program writes starts new tasks by itself, also where its ARN is injected as well.
    const written = injections.filter(({ secret }) => secret.isManaged && !secret.holder);
    const patterns = resolveFacts(location, [...watched, ...written], []).apply(
        ({ injected, location: where }) => {
            const references = injected.map(({ reference }) => reference);
            const others = new Set(references.slice(watched.length).map(({ arn }) => arn));
            return planRotationPatterns(
                references.slice(0, watched.length).filter(({ arn }) => !arn || !others.has(arn)),
                where,
                rules,
            );
        },
    );
    const findings = patterns.apply((known) =>
        findPatternFindings(known, rules, "redeployOnRotation"),
    );
    return { rules, patterns, findings };
}

/** One entry for each secret and stage; what may be in either store counts in both. */
function listEntries(watched: readonly Injection[]): RotationEntry[] {
    const entries = new Map<unknown, Map<string, RotationEntry[]>>();
    for (const { secret, part } of watched) {
        const { store, arnLength: length } = secret.estimate;
        const stores = store === undefined ? (["secretsmanager", "ssm"] as const) : [store];
        const ofSecret = entries.get(secret) ?? new Map<string, RotationEntry[]>();
        const label = part.versionStage ?? "AWSCURRENT";
        ofSecret.set(
            label,
            stores.map((one) => ({ store: one, label, length })),
        );
        entries.set(secret, ofSecret);
    }
    return [...entries.values()].flatMap((ofSecret) => [...ofSecret.values()].flat());
}
