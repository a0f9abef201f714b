/** A name and the value that a text gives it; the name is empty where the text gives none. */
export interface Assignment {
    readonly name: string;
    readonly value: string;
}

const VARIABLE = /^[A-Za-z_][\w.-]{0,127}$/;
const VERSION = /^==[\d*]/;
const LONGEST_NAME = 128;

/** Whether a text may be the name of a variable, an option or a setting. */
export function isVariableName(text: string): boolean {
    return VARIABLE.test(text);
}

/**
 * Reads `NAME=value`; `undefined` where what stands before the sign is no name. `token==1.2.3` is
 * the version of a package.
 */
export function parseAssignment(text: string): Assignment | undefined {
    const equals = text.slice(0, LONGEST_NAME + 1).indexOf("=");
    const name = text.slice(0, Math.max(0, equals));
    return isVariableName(name) && !VERSION.test(text.slice(equals, equals + 3))
        ? { name, value: text.slice(equals + 1) }
        : undefined;
}

/** How many texts within texts are read: `sh -c "su app -c '…'"` is two deep. */
export const DEEPEST_TEXT = 4;

/** Puts assignments behind others; spread into a call, a long list of them is too much for it. */
export function append<T>(into: T[], found: readonly T[]): void {
    for (const one of found) {
        into.push(one);
    }
}

/** Leaves away where assignments stand. */
export function stripPaths(found: readonly Assignment[]): Assignment[] {
    return found.map(({ name, value }) => ({ name, value }));
}
