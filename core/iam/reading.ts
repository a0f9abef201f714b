import type { Finding } from "../finding";
import { isRecord } from "../is-record";

/** What the parsers of a policy document share: which texts are unknown, and what was found. */
export interface Reading {
    readonly isUnknown: (text: string) => boolean;
    readonly findings: Finding[];
}

/** A list of texts, of which those that hold an unknown are left out and noted. */
export interface Texts {
    readonly texts: string[];
    readonly hasUnknown: boolean;
}

/** Reads a single text or a list of texts; `undefined` if the value is absent. */
export function readTexts(value: unknown, path: string, reading: Reading): Texts | undefined {
    if (value === undefined) {
        return undefined;
    }
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (values.length === 0) {
        found(reading, path, "the list is empty", "Name at least one, or leave the element out.");
    }
    const texts = values.filter((text): text is string => typeof text === "string");
    if (texts.length !== values.length) {
        found(reading, path, "this is neither a text nor a list of texts", "Write texts here.");
    }
    const known = texts.filter((text) => !reading.isUnknown(text));
    return { texts: known, hasUnknown: known.length !== texts.length };
}

/** An object with no more than its own members, which are all that JSON writes of it. */
export function ownMembers(value: unknown): unknown {
    return isRecord(value) ? Object.assign(Object.create(null) as object, value) : value;
}

/** Whether a value is a text that holds an unknown. */
export function isUnknownText(value: unknown, reading: Reading): boolean {
    return typeof value === "string" && reading.isUnknown(value);
}

/** Notes a finding. */
export function found(reading: Reading, path: string, reason: string, remedy: string): void {
    reading.findings.push({ path, reason, remedy });
}
