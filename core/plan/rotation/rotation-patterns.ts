import { compare } from "../../finding";
import type { SecretReference, SecretStore } from "../../reference";
import type { Location } from "../rights/location";
import { dealTo, fewestPatterns } from "./deal";
import { compareMatches, groupByKind, groupEvents, lengthOf, type EventGroup } from "./event-group";
import { IDLE_PATTERN, patternRoom, renderEventPattern } from "./event-pattern";
import { planWatchedEvents, watchedLabel } from "./watched-event";

/** A reference that is watched, as far as it is known while the program runs. */
export interface RotationEntry {
    readonly store: SecretStore;
    /**
     * The version stage that is injected.
     * @default - AWSCURRENT
     */
    readonly label?: string;
    /** The most characters of its ARN (Secrets Manager) or of its name (Parameter Store). */
    readonly length: number;
}

/**
 * The rules that are enough for the entries, whatever their ARNs and names turn out to be.
 * Count an entry once for all references that are known to name the same secret: a rule that is
 * not needed in the end stays idle.
 */
export function countRotationRules(entries: readonly RotationEntry[]): number {
    const items = entries.flatMap(({ store, label, length }) => {
        const kind = store === "ssm" ? ({ store } as const) : { store, label: watchedLabel(label) };
        return longestMatches(store, length).map((size) => ({ ...kind, size }));
    });
    const counts = groupByKind(items).map(([kind, ofKind]) =>
        fewestPatterns(
            ofKind.map(({ size }) => size),
            patternRoom(kind),
        ),
    );
    return counts.reduce((sum, count) => sum + count, 0);
}

/** A partial ARN is written as a prefix; a parameter may be watched by two names. */
function longestMatches(store: SecretStore, length: number): number[] {
    const quoted = lengthOf("") + length;
    return store === "ssm" ? [quoted + "/".length, quoted] : [lengthOf({ prefix: "-" }) + length];
}

/**
 * The event patterns of the rules, sorted. The event of each rotation matches exactly one.
 *
 * There are exactly `count` if that is what {@link countRotationRules} says of the same references
 * (or of some more) with lengths that are not shorter; those that are left over match nothing. If
 * `count` is not enough there are more, which `findPatternFindings` finds.
 */
export function planRotationPatterns(
    references: readonly SecretReference[],
    location: Location,
    count: number,
): string[] {
    const groups = groupEvents(
        references.flatMap((reference) => planWatchedEvents(reference, location)),
    );
    const counts = spreadOver(groups, count);
    const patterns = groups.flatMap(({ kind, matches }, group) =>
        dealTo(matches, counts[group]).map((hand) =>
            renderEventPattern(kind, hand.sort(compareMatches)),
        ),
    );
    const idle = Array.from({ length: count - patterns.length }, () => IDLE_PATTERN);
    return [...patterns, ...idle].sort(compare);
}

/** Gives each group the patterns it needs, and what is left to those that hold the most. */
function spreadOver(groups: readonly EventGroup[], count: number): number[] {
    const counts = groups.map(({ kind, matches }) =>
        fewestPatterns(matches.map(lengthOf), patternRoom(kind)),
    );
    const needed = counts.reduce((sum, one) => sum + one, 0);
    for (let left = count - needed; left > 0 && groups.length > 0; left -= 1) {
        const load = groups.map(({ matches }, group) => matches.length / counts[group]);
        counts[load.indexOf(Math.max(...load))] += 1;
    }
    return counts;
}
