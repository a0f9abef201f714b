import type { Assignment } from "./assignment";

/** An assignment, and where in the document it stands. */
export interface PlacedAssignment extends Assignment {
    readonly path: string;
}

const DEEPEST = 64;

/** Reads every text in parsed JSON under the name of its key. */
export function readJson(value: unknown, path = ""): PlacedAssignment[] {
    return read(value, "", path, 0);
}

function read(value: unknown, name: string, path: string, depth: number): PlacedAssignment[] {
    if (typeof value === "string" || typeof value === "number") {
        return [{ name, value: String(value), path }];
    }
    if (typeof value !== "object" || value === null || depth > DEEPEST) {
        return [];
    }
    return Object.entries(value).flatMap(([key, item]) =>
        read(item, Array.isArray(value) ? name : key, path === "" ? key : `${path}.${key}`, depth + 1),
    );
}
