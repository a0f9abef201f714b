import { compare, type Finding } from "../../finding";
import {
    DEFERRED,
    isPlainObject,
    joinPath,
    type Fields,
    type RecordShape,
    type Shape,
    type StringShape,
} from "./shape";

/** Finds what does not have the given shape: wrong kinds, missing and unknown properties. */
export function findShapeFindings(value: unknown, shape: Shape, path: string): Finding[] {
    if (value === DEFERRED && isDeferrable(shape)) {
        return [];
    }
    switch (shape.kind) {
        case "value":
            return [];
        case "string":
            return findStringFindings(value, shape, path);
        case "number":
            // All sizes, counts, ports and times of Amazon ECS are such.
            return Number.isInteger(value) && Number(value) >= 0
                ? []
                : [{ path, reason: "must be a whole number", remedy: "Give a number, 0 or more." }];
        case "boolean":
            return findBooleanFindings(value, path);
        case "list":
            return findListFindings(value, shape.of, shape.nonEmpty ?? false, path);
        case "record":
            return findRecordFindings(value, shape, path);
        case "object":
            return findFieldFindings(value, shape.fields, path);
        case "either":
            return typeof value === "string" ? [] : findFieldFindings(value, shape.object, path);
    }
}

/** Whether an Output may stand there; what must be plain decides what resources there are. */
function isDeferrable(shape: Shape): boolean {
    switch (shape.kind) {
        case "string":
        case "boolean":
            return !shape.plain;
        case "record":
        case "object":
            return shape.deferrable ?? false;
        default:
            return true;
    }
}

function findStringFindings(value: unknown, shape: StringShape, path: string): Finding[] {
    if (value === DEFERRED) {
        return [plainFinding(path, "string")];
    }
    if (typeof value !== "string") {
        return [{ path, reason: "must be a string", remedy: "Give a string." }];
    }
    if (shape.nonEmpty && value === "") {
        return [{ path, reason: "is empty", remedy: "Give it a value." }];
    }
    const { oneOf } = shape;
    return oneOf === undefined || oneOf.includes(value)
        ? []
        : [{ path, reason: "is none of the known values", remedy: `Give ${oneOf.join(" or ")}.` }];
}

function findBooleanFindings(value: unknown, path: string): Finding[] {
    if (value === DEFERRED) {
        return [plainFinding(path, "boolean")];
    }
    return typeof value === "boolean"
        ? []
        : [{ path, reason: "must be a boolean", remedy: "Give true or false, without quotes." }];
}

function plainFinding(path: string, kind: string): Finding {
    return {
        path,
        reason: `must be a plain ${kind}: what resources there are depends on it`,
        remedy: "Give a value that is no Output.",
    };
}

function findListFindings(value: unknown, of: Shape, filled: boolean, path: string): Finding[] {
    if (!Array.isArray(value)) {
        return [{ path, reason: "must be a list", remedy: "Give a list, in brackets." }];
    }
    return filled && value.length === 0
        ? [emptyFinding(path)]
        : value.flatMap((entry, index) => findShapeFindings(entry, of, `${path}[${index}]`));
}

function findRecordFindings(value: unknown, shape: RecordShape, path: string): Finding[] {
    if (!isPlainObject(value)) {
        const remedy =
            "Give a plain object: its keys must be known; only its values may be Outputs.";
        return [{ path, reason: "must be an object", remedy }];
    }
    return shape.nonEmpty && Object.keys(value).length === 0
        ? [emptyFinding(path)]
        : Object.entries(value).flatMap(([key, entry]) =>
              findShapeFindings(entry, shape.of, joinPath(path, key)),
          );
}

function emptyFinding(path: string): Finding {
    return { path, reason: "is empty", remedy: "Give at least one entry." };
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
