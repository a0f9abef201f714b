import { compare, type Finding } from "../finding";

/** Stands for a value that is not at hand while args are validated: an Output, a secret value. */
export const DEFERRED = Symbol("deferred");

/** A value that may not be at hand. */
export type Deferrable<T> = T | typeof DEFERRED;

/** What a property may hold. `value` is anything that the receiving resource validates itself. */
export type Shape =
    | { readonly kind: "value" }
    | { readonly kind: "string"; readonly oneOf?: readonly string[] }
    | { readonly kind: "record"; readonly of: Shape; readonly atLeastOne?: boolean }
    | { readonly kind: "object"; readonly fields: Fields }
    | { readonly kind: "either"; readonly string: true; readonly object: Fields };

/** The properties of an object; every one not named here is refused. */
export type Fields = Readonly<Record<string, Shape & { readonly required?: boolean }>>;

/** Finds what does not have the given shape: wrong kinds, missing and unknown properties. */
export function findShapeFindings(value: unknown, shape: Shape, path: string): Finding[] {
    switch (shape.kind) {
        case "value":
            return [];
        case "string":
            return value === DEFERRED ? [] : findStringFindings(value, shape.oneOf, path);
        case "record":
            return findRecordFindings(value, shape.of, shape.atLeastOne ?? false, path);
        case "object":
            return findFieldFindings(value, shape.fields, path);
        case "either":
            return typeof value === "string" || value === DEFERRED
                ? []
                : findFieldFindings(value, shape.object, path);
    }
}

function findStringFindings(
    value: unknown,
    oneOf: readonly string[] | undefined,
    path: string,
): Finding[] {
    if (typeof value !== "string") {
        return [{ path, reason: "must be a string", remedy: "Give a string." }];
    }
    return oneOf === undefined || oneOf.includes(value)
        ? []
        : [{ path, reason: "is none of the known values", remedy: `Give ${oneOf.join(" or ")}.` }];
}

function findRecordFindings(value: unknown, of: Shape, filled: boolean, path: string): Finding[] {
    if (!isPlainObject(value)) {
        const remedy =
            "Give a plain object: its keys must be known; only its values may be Outputs.";
        return [{ path, reason: "must be an object", remedy }];
    }
    if (filled && Object.keys(value).length === 0) {
        return [{ path, reason: "is empty", remedy: "Give at least one entry." }];
    }
    return Object.entries(value).flatMap(([key, entry]) =>
        findShapeFindings(entry, of, joinPath(path, key)),
    );
}

function findFieldFindings(value: unknown, fields: Fields, path: string): Finding[] {
    if (!isPlainObject(value)) {
        return [{ path, reason: "must be an object", remedy: "Give a plain object." }];
    }
    const known = Object.keys(fields).sort(compare).join(", ");
    const unknown = Object.keys(value)
        .filter((key) => !Object.hasOwn(fields, key) && value[key] !== undefined)
        .map((key) => ({
            path: joinPath(path, key),
            reason: "is no known property",
            remedy: `Remove it, or use one of: ${known}.`,
        }));
    const own = Object.entries(fields).flatMap(([key, shape]) => {
        if (value[key] !== undefined) {
            return findShapeFindings(value[key], shape, joinPath(path, key));
        }
        return shape.required
            ? [{ path: joinPath(path, key), reason: "is missing", remedy: "Give it a value." }]
            : [];
    });
    return [...unknown, ...own];
}

/** Whether a value is an object whose keys are properties (no array, no class of its own). */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        return false;
    }
    // By depth, not by identity: test runners give a program an Object of its own.
    const prototype: unknown = Object.getPrototypeOf(value);
    return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Appends a key to a property path. */
export function joinPath(path: string, key: string): string {
    return path === "" ? key : `${path}.${key}`;
}
