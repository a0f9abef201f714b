import { compare, type Finding } from "../../finding";
import { isPlainObject, joinPath, type ObjectShape, type Shape } from "./shape";

/** Finds missing and unknown properties of an object, and what is wrong with the others. */
export function findFieldFindings(
    value: unknown,
    shape: ObjectShape,
    path: string,
    findOf: (value: unknown, shape: Shape, path: string) => Finding[],
): Finding[] {
    if (!isPlainObject(value)) {
        return [{ path, reason: "must be an object", remedy: "Give a plain object." }];
    }
    const { fields, one } = shape;
    const known = Object.keys(fields).sort(compare).join(", ");
    const unknown = Object.keys(value)
        .filter((key) => !Object.hasOwn(fields, key) && value[key] !== undefined)
        .map((key) => ({
            path: joinPath(path, key),
            reason: "is no known property",
            remedy: `Remove it, or use one of: ${known}.`,
        }));
    const own = Object.entries(fields).flatMap(([key, field]) => {
        if (value[key] !== undefined) {
            return findOf(value[key], field, joinPath(path, key));
        }
        return field.required
            ? [{ path: joinPath(path, key), reason: "is missing", remedy: "Give it a value." }]
            : [];
    });
    return [...unknown, ...(one ? findOtherThanOne(value, one, path) : []), ...own];
}

/** The first of several that are given is taken for the one that is meant. */
function findOtherThanOne(
    value: Readonly<Record<string, unknown>>,
    one: readonly string[],
    path: string,
): Finding[] {
    const [first, ...others] = one.filter((key) => value[key] !== undefined);
    if (first === undefined) {
        const reason = `has none of ${listed(one, "and")}`;
        return [{ path, reason, remedy: `Give ${listed(one, "or")}.` }];
    }
    return others.map((key) => ({
        path: joinPath(path, key),
        reason: `cannot be given together with ${first}`,
        remedy: "Give one of the two.",
    }));
}

function listed(words: readonly string[], last: "and" | "or"): string {
    return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1]}`;
}
