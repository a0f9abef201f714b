import { compare } from "../../finding";
import type { EventKind, PatternValue, WatchedEvent } from "./watched-event";

/** The secrets whose events one pattern can listen for, the longest first. */
export interface EventGroup {
    readonly kind: EventKind;
    readonly matches: readonly PatternValue[];
}

/** Groups events by their kind, each once; an event that another one covers is left out. */
export function groupEvents(events: readonly WatchedEvent[]): EventGroup[] {
    return groupByKind(events).map(([kind, ofKind]) => ({
        kind,
        matches: withoutCovered(ofKind.map(({ match }) => match)),
    }));
}

/** Groups by store and label, in a fixed order. */
export function groupByKind<T extends EventKind>(items: readonly T[]): [EventKind, T[]][] {
    const keyOf = ({ store, label = "" }: EventKind) => `${store} ${label}`;
    const keys = [...new Set(items.map(keyOf))].sort(compare);
    return keys.map((key) => {
        const ofKind = items.filter((item) => keyOf(item) === key);
        const [{ store, label }] = ofKind;
        return [{ store, ...(label !== undefined && { label }) }, ofKind];
    });
}

/** The characters that a value takes in a pattern. */
export function lengthOf(match: PatternValue): number {
    return JSON.stringify(match).length;
}

/** In two rules, a secret would deploy twice: its ARN and what its ARN begins with are one. */
function withoutCovered(matches: readonly PatternValue[]): PatternValue[] {
    const unique = [...new Map(matches.map((match) => [JSON.stringify(match), match])).values()];
    const prefixes = unique.flatMap((match) => (typeof match === "string" ? [] : match.prefix));
    const isCovered = (match: PatternValue) => {
        const text = typeof match === "string" ? match : match.prefix;
        return prefixes.some((prefix) => text !== prefix && text.startsWith(prefix));
    };
    return unique
        .filter((match) => !isCovered(match))
        .sort((a, b) => lengthOf(b) - lengthOf(a) || compareMatches(a, b));
}

/** Orders values by what they are written as. */
export function compareMatches(a: PatternValue, b: PatternValue): number {
    return compare(JSON.stringify(a), JSON.stringify(b));
}
