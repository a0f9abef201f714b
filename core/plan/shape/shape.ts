/** Stands for a value that is not at hand while args are validated: an Output, a secret value. */
export const DEFERRED = Symbol("deferred");

/** A value that may not be at hand. */
export type Deferrable<T> = T | typeof DEFERRED;

/**
 * What a property may hold. A text, a number, a boolean and a list may be `DEFERRED` unless they
 * are `plain`; an object and a record may not, for their keys must be known, unless they are
 * `deferrable`. `value` is anything that the receiving resource validates itself.
 */
export type Shape =
    | { readonly kind: "value" }
    | StringShape
    | { readonly kind: "number" }
    | { readonly kind: "boolean"; readonly plain?: boolean }
    | { readonly kind: "list"; readonly of: Shape; readonly nonEmpty?: boolean }
    | RecordShape
    | { readonly kind: "object"; readonly fields: Fields; readonly deferrable?: boolean }
    | { readonly kind: "either"; readonly string: true; readonly object: Fields };

/** A text. */
export interface StringShape {
    readonly kind: "string";
    readonly oneOf?: readonly string[];
    readonly nonEmpty?: boolean;
    readonly plain?: boolean;
}

/** An object whose keys are names that the user chooses. */
export interface RecordShape {
    readonly kind: "record";
    readonly of: Shape;
    readonly nonEmpty?: boolean;
    readonly deferrable?: boolean;
}

/** The properties of an object; every one not named here is refused. */
export type Fields = Readonly<Record<string, Shape & { readonly required?: boolean }>>;

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
