import { UNKNOWN_PART } from "../../core";

/**
 * What the engine sends in place of a value that is not known during preview, alone or inside a
 * longer text. No other file of the pack knows of it.
 */
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** A text property of a resource. */
export type Reading =
    | { readonly kind: "known"; readonly text: string }
    | { readonly kind: "unknown" }
    | { readonly kind: "absent" };

/** Whether a text is, or holds, a value that is not known yet. */
export function isUnknownText(text: string): boolean {
    return text.includes(UNKNOWN);
}

/** Whether a property is given at all, be it known or not. */
export function hasValue(props: object, name: string): boolean {
    return rawValue(props, name) !== undefined;
}

/** Reads a text property. */
export function readText(props: object, name: string): Reading {
    const value = rawValue(props, name);
    if (typeof value !== "string") {
        return { kind: "absent" };
    }
    return isUnknownText(value) ? { kind: "unknown" } : { kind: "known", text: value };
}

/**
 * Reads a property that is a document, as text or as an object: unknown only if it is so as a whole;
 * a value that is not known inside it is left in its place, for the parser to find with
 * `isUnknownText`.
 */
export function readDocument(props: object, name: string): Reading {
    const value = rawValue(props, name);
    if (value === UNKNOWN) {
        return { kind: "unknown" };
    }
    const text = typeof value === "object" && value !== null ? JSON.stringify(value) : value;
    return typeof text === "string" && text !== "" ? { kind: "known", text } : { kind: "absent" };
}

/** Reads a list of objects; unknown where any part of the list itself is. */
export function readList(props: object, name: string): readonly object[] | "unknown" {
    const value = rawValue(props, name);
    if (value === UNKNOWN) {
        return "unknown";
    }
    return Array.isArray(value) && value.every((entry) => typeof entry === "object" && entry)
        ? (value as object[])
        : [];
}

/** Reads a list of texts; a list that is unknown as a whole reads as one unknown text. */
export function readTexts(props: object, name: string): readonly Reading[] {
    const value = rawValue(props, name);
    if (value === UNKNOWN) {
        return [{ kind: "unknown" }];
    }
    return Array.isArray(value) ? value.map((text: unknown) => readText({ text }, "text")) : [];
}

/**
 * All properties of a resource as plain data; what is not known yet in them, whole or inside a
 * text, is the unknown part of core.
 */
export function readProperties(props: object): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
        Object.keys(props).map((name) => [name, markUnknown(rawValue(props, name))]),
    );
}

function markUnknown(value: unknown): unknown {
    if (typeof value === "string") {
        return value.replaceAll(UNKNOWN_PART, "").replaceAll(UNKNOWN, UNKNOWN_PART);
    }
    if (Array.isArray(value)) {
        return value.map(markUnknown);
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(
              Object.entries(value).map(([name, field]) => [name, markUnknown(field)]),
          )
        : value;
}

/**
 * A property as it stands, unknown or not: the properties are a proxy that throws when an unknown
 * value is read, and a descriptor is not.
 */
export function rawValue(props: object, name: string): unknown {
    return Object.getOwnPropertyDescriptor(props, name)?.value as unknown;
}
