/** Every `$ref` of a schema. */
export function listRefs(schema: unknown): string[] {
    return listEntries(schema)
        .filter(([key]) => key === "$ref")
        .map(([, value]) => String(value));
}

/** Every description of a schema. */
export function listTexts(schema: unknown): string[] {
    return listEntries(schema)
        .filter(([key, value]) => key === "description" && typeof value === "string")
        .map(([, value]) => String(value));
}

function listEntries(node: unknown): [string, unknown][] {
    if (typeof node !== "object" || node === null) {
        return [];
    }
    return Object.entries(node).flatMap((entry) => [entry, ...listEntries(entry[1])]);
}
