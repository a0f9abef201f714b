import type { Fields, ListShape, NumberShape, ObjectShape, Shape, StringShape } from "./shape";

/** A text, also an empty one. */
export const string: StringShape = { kind: "string" };

/** A text that must be known before anything is registered. */
export const plainString: StringShape = { kind: "string", plain: true };

/** A text that is not empty. */
export const filledString: StringShape = { kind: "string", nonEmpty: true };

/** A whole number, 0 or more. */
export const number: NumberShape = { kind: "number" };

/** A whole number that AWS takes below 0 as well. */
export const anyNumber: NumberShape = { kind: "number", negative: true };

/** True or false. */
export const boolean: Shape = { kind: "boolean" };

/** True or false, known before anything is registered. */
export const plainBoolean: Shape = { kind: "boolean", plain: true };

/** Anything that the receiving resource validates itself. */
export const value: Shape = { kind: "value" };

/** A list of texts. */
export const strings: ListShape = { kind: "list", of: string };

/** Tags; an Output may stand for all of them. */
export const tags: Shape = { kind: "record", of: string, deferrable: true };

/** A customer managed key. */
export const key: Shape = { kind: "resource", of: "key" };

/** A text that is one of the given ones. */
export const oneOf = (...texts: readonly string[]): StringShape => ({
    kind: "string",
    oneOf: texts,
});

/** An object that an Output may stand for. */
export const deferrable = (fields: Fields): ObjectShape => ({
    kind: "object",
    fields,
    deferrable: true,
});

/** A list of objects, each of which an Output may stand for. */
export const listOf = (fields: Fields): ListShape => ({ kind: "list", of: deferrable(fields) });
