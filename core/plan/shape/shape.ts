/** Stands for a value that is not at hand while args are validated: an Output, a secret value. */
export const DEFERRED = Symbol("deferred");

/** A value that may not be at hand. */
export type Deferrable<T> = T | typeof DEFERRED;

/** Stands for a resource of the program, of a kind that fits where it stands. */
export const RESOURCE = Symbol("resource");

/** Stands for a resource of the program that is a parameter: it fits where a whole secret does. */
export const PARAMETER = Symbol("parameter");

/** A value in whose place a resource may stand. */
export type Resourceful<T> = Deferrable<T> | typeof RESOURCE | typeof PARAMETER;

/**
 * What a property may hold. A text, a number, a boolean and a list may be `DEFERRED` unless they
 * are `plain`; an object and a record may not, for their keys must be known, unless they are
 * `deferrable`. `value` is anything that the receiving resource validates itself.
 */
export type Shape =
    | { readonly kind: "value" }
    | { readonly kind: "function" }
    | StringShape
    | NumberShape
    | { readonly kind: "boolean"; readonly plain?: boolean }
    | ListShape
    | RecordShape
    | ObjectShape
    | ResourceShape
    | ReferenceShape;

/** A text. */
export interface StringShape {
    readonly kind: "string";
    readonly oneOf?: readonly string[];
    readonly nonEmpty?: boolean;
    readonly plain?: boolean;
    /** What there is to say of anything else, where it needs more words than usual. */
    readonly otherwise?: { readonly reason: string; readonly remedy: string };
}

/** A whole number; all sizes, counts, ports and times of Amazon ECS are such. */
export interface NumberShape {
    readonly kind: "number";
    /** Whether it may be less than 0. */
    readonly negative?: boolean;
    readonly plain?: boolean;
}

/** A list. */
export interface ListShape {
    readonly kind: "list";
    readonly of: Shape;
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

/** An object whose keys are properties. */
export interface ObjectShape {
    readonly kind: "object";
    readonly fields: Fields;
    readonly deferrable?: boolean;
    /** Properties of which exactly one must be given. */
    readonly one?: readonly string[];
}

/** A text in whose place a resource may stand. */
export interface ResourceShape {
    readonly kind: "resource";
    readonly of: "key" | "role" | "secret";
    readonly plain?: boolean;
}

/** A secret that a variable is injected from: by a text, a resource, a part of one, or a new one. */
export interface ReferenceShape {
    readonly kind: "reference";
    readonly existing: ObjectShape;
    /** What is told from an existing one by the properties of which it must have one. */
    readonly created: ObjectShape;
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

/** The shape that an object in the place of a reference is meant to have. */
export function shapeOfReference(value: object, shape: ReferenceShape): ObjectShape {
    const isCreated = isOneGiven(value, shape.created);
    return isCreated ? shape.created : shape.existing;
}

function isOneGiven(value: object, { one = [] }: ObjectShape): boolean {
    const given = value as Readonly<Record<string, unknown>>;
    return one.some((key) => Object.hasOwn(value, key) && given[key] !== undefined);
}

/** Appends a key to a property path. */
export function joinPath(path: string, key: string): string {
    return path === "" ? key : `${path}.${key}`;
}
