/** Stands in a {@link Pattern} for exactly one character. */
export const ANY_ONE = Symbol("?");
/** Stands in a {@link Pattern} for any number of characters. */
export const ANY_MANY = Symbol("*");

const SURROGATE = /[\ud800-\udfff]/;

/** A text with wildcards: single characters, {@link ANY_ONE} and {@link ANY_MANY}. */
export type Pattern = readonly (string | typeof ANY_ONE | typeof ANY_MANY)[];

/** Parses a text in which `*` and `?` are wildcards. */
export function parsePattern(text: string): Pattern {
    return [...text].map((char) => (char === "*" ? ANY_MANY : char === "?" ? ANY_ONE : char));
}

/** Parses a text in which every character stands for itself. */
export function literalPattern(text: string): Pattern {
    return [...text];
}

/** Writes a pattern for a person to read; the inverse of {@link parsePattern}. */
export function formatPattern(pattern: Pattern): string {
    return pattern
        .map((token) => (token === ANY_MANY ? "*" : token === ANY_ONE ? "?" : String(token)))
        .join("");
}

/**
 * Whether a text matches a pattern as a whole.
 * Greedy, with one place to return to: the last `*` met. A regular expression with as many
 * wildcards could take exponential time on a text chosen for it.
 */
export function matchesPattern(pattern: Pattern, text: string): boolean {
    // A `?` stands for a character, not for half of one.
    const chars: ArrayLike<string> = SURROGATE.test(text) ? [...text] : text;
    let at = 0;
    let from = 0;
    let lastMany = -1;
    let resumeFrom = 0;
    while (from < chars.length) {
        const token = pattern[at];
        if (token === ANY_MANY) {
            lastMany = at++;
            resumeFrom = from;
        } else if (at < pattern.length && (token === ANY_ONE || token === chars[from])) {
            at++;
            from++;
        } else if (lastMany >= 0) {
            at = lastMany + 1;
            from = ++resumeFrom;
        } else {
            return false;
        }
    }
    while (at < pattern.length && pattern[at] === ANY_MANY) {
        at++;
    }
    return at === pattern.length;
}

/** Splits a pattern at its first colons into at most `limit` parts; the last keeps the rest. */
export function splitPattern(pattern: Pattern, limit: number): Pattern[] {
    const parts: Pattern[number][][] = [[]];
    for (const token of pattern) {
        if (token === ":" && parts.length < limit) {
            parts.push([]);
        } else {
            parts[parts.length - 1].push(token);
        }
    }
    return parts;
}
