/** The same value with its field names as they are documented, and what was met on the way. */
export interface LoweredFields {
    readonly value: unknown;
    /** An object had one field twice, in two spellings; the last one is kept. */
    readonly isRepeated: boolean;
    /** It was nested so deeply that what is inside was left out. */
    readonly isCut: boolean;
}

/** No field of a container definition is nested half as deeply. */
const DEEPEST = 32;

/** Fields whose keys are the user's own names and must stay as they are. */
const KEEPING: readonly string[] = ["options", "dockerLabels"];

/** Amazon ECS takes field names in any case of their first letter, and null for absent. */
export function lowerFields(value: unknown): LoweredFields {
    let isRepeated = false;
    let isCut = false;
    const lower = (nested: unknown, depth: number, keep: boolean): unknown => {
        if (typeof nested !== "object" || nested === null) {
            return nested;
        }
        if (depth > DEEPEST) {
            isCut = true;
            return undefined;
        }
        if (Array.isArray(nested)) {
            return nested.map((element) => lower(element, depth + 1, false));
        }
        const given = Object.entries(nested).filter(([, field]) => field !== null);
        const fields = new Map<string, unknown>();
        for (const [key, field] of given) {
            const name = keep ? key : key.charAt(0).toLowerCase() + key.slice(1);
            isRepeated ||= fields.has(name);
            fields.set(name, lower(field, depth + 1, KEEPING.includes(name)));
        }
        return Object.fromEntries([...fields].filter(([, field]) => field !== undefined));
    };
    return { value: lower(value, 0, false), isRepeated, isCut };
}
