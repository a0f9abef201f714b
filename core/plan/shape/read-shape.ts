import { findShapeFindings } from "./find-shape-findings";
import {
    DEFERRED,
    isPlainObject,
    shapeOfReference,
    type Fields,
    type ReferenceShape,
    type Shape,
} from "./shape";

/**
 * Reads what of an object has the given shape. What has not is left out or stands as `DEFERRED`,
 * so that it is judged no further than `findShapeFindings` does.
 */
export function readShape(value: unknown, shape: Shape): unknown {
    switch (shape.kind) {
        case "value":
        case "function":
            return value;
        case "string":
        case "number":
        case "boolean":
        case "resource":
            return findShapeFindings(value, shape, "").length === 0 ? value : DEFERRED;
        case "reference":
            return readReference(value, shape);
        case "list":
            // An entry keeps its place, for findings name it by that.
            return Array.isArray(value)
                ? value.map((entry) =>
                      isReadable(entry, shape.of) ? readShape(entry, shape.of) : DEFERRED,
                  )
                : DEFERRED;
        case "record":
            return mapEntries(value, () => shape.of);
        case "object":
            return mapEntries(value, (key) => ownField(shape.fields, key));
    }
}

/** A new secret is read as far as it goes, as those of `secrets` are. */
function readReference(value: unknown, shape: ReferenceShape): unknown {
    const object = isPlainObject(value) ? shapeOfReference(value, shape) : undefined;
    if (object === shape.created) {
        return readShape(value, object);
    }
    return findShapeFindings(value, shape, "").length === 0 ? value : DEFERRED;
}

function ownField(fields: Fields, key: string): Shape | undefined {
    return Object.hasOwn(fields, key) ? fields[key] : undefined;
}

function mapEntries(value: unknown, shapeOf: (key: string) => Shape | undefined): object {
    const entries = isPlainObject(value) ? Object.entries(value) : [];
    return Object.fromEntries(
        entries.flatMap(([key, entry]) => {
            const shape = shapeOf(key);
            return shape && isReadable(entry, shape) ? [[key, readShape(entry, shape)]] : [];
        }),
    );
}

function isReadable(value: unknown, shape: Shape): boolean {
    const isObject = shape.kind === "object" || shape.kind === "record";
    return value !== undefined && (!isObject || isPlainObject(value));
}
