/** A name and the value that a text gives it; the name is empty where the text gives none. */
export interface Assignment {
    readonly name: string;
    readonly value: string;
}

const VARIABLE = /^[A-Za-z_][\w.-]{0,127}$/;

/** Reads `NAME=value`; `undefined` where what stands before the sign is no name. */
export function parseAssignment(text: string): Assignment | undefined {
    const equals = text.indexOf("=");
    const name = text.slice(0, Math.max(0, Math.min(equals, 200)));
    return VARIABLE.test(name) ? { name, value: text.slice(equals + 1) } : undefined;
}
