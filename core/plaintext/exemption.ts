import { ANY_MANY, ANY_ONE, formatPattern, matchesPattern, type Pattern } from "../iam/pattern";
import { formatName } from "./format-name";

/** What a team knows of and lives with until a day. */
export interface Exemption {
    /** Matches the whole URN of the resource. */
    readonly urn: Pattern;
    /** Matches the container's name; any container, and none, where it is left out. */
    readonly container?: Pattern;
    /** Matches the name of the variable or option; any, and none, where it is left out. */
    readonly variable?: Pattern;
    /** Why the team lives with it. */
    readonly reason: string;
    /** The last day on which it holds, in UTC: `YYYY-MM-DD`. */
    readonly expires: string;
}

/** Where something was found. */
export interface ExemptionPlace {
    readonly urn: string;
    readonly container?: string;
    readonly variable?: string;
}

/** Whether an exemption is for what was found at a place. */
export function matchesExemption(
    { urn, container, variable }: Exemption,
    place: ExemptionPlace,
): boolean {
    return (
        matchesPattern(urn, place.urn) &&
        (container === undefined || matchesPattern(container, place.container ?? "")) &&
        (variable === undefined || matchesPattern(variable, place.variable ?? ""))
    );
}

/** Whether an exemption held until a day before this one, `YYYY-MM-DD`. */
export function isExpired({ expires }: Pick<Exemption, "expires">, today: string): boolean {
    return expires < today;
}

/** Whether a pattern can match a text that begins like this. */
export function canBegin(pattern: Pattern, start: string): boolean {
    const many = pattern.indexOf(ANY_MANY);
    const head = many < 0 ? pattern : pattern.slice(0, many);
    const chars = [...start];
    return (
        (many >= 0 || head.length >= chars.length) &&
        chars.every((char, i) => i >= head.length || head[i] === ANY_ONE || head[i] === char)
    );
}

/** Says for a person what an exemption is for. */
export function formatExemption({ urn, container, variable }: Exemption): string {
    const parts = [
        ["urn", urn],
        ["container", container],
        ["variable", variable],
    ] as const;
    return parts
        .flatMap(([name, pattern]) =>
            pattern ? [`${name} ${formatName(formatPattern(pattern))}`] : [],
        )
        .join(", ");
}
