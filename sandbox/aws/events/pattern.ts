import { parseTest, type PatternTest } from "./pattern-test";

/** An event pattern: tests of fields, and patterns of the objects in an event. */
export type EventPattern = ReadonlyMap<string, EventPattern | readonly PatternTest[]>;

/** What {@link parseEventPattern} answers: a pattern, or why there is none. */
export type ParsedPattern =
    | { readonly pattern: EventPattern; readonly problem?: undefined }
    | { readonly pattern?: undefined; readonly problem: string };

/**
 * Parses an event pattern, or says in AWS's words why it is none.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern.html
 */
export function parseEventPattern(json: string): ParsedPattern {
    let model: unknown;
    try {
        model = JSON.parse(json);
    } catch {
        return { problem: "Invalid JSON" };
    }
    return isObject(model) ? parseFields(model) : { problem: "Filter is not an object" };
}

/** Whether an event, or an object in one, matches a pattern: every field must. */
export function matchesPattern(pattern: EventPattern, event: unknown): boolean {
    const objects = [event].flat(Infinity).filter(isObject);
    // What is not there is an object without fields: `exists: false` may be what is asked for.
    const candidates = objects.length > 0 ? objects : [{}];
    return candidates.some((candidate) =>
        [...pattern].every(([name, wanted]) => {
            const field = Object.hasOwn(candidate, name) ? candidate[name] : undefined;
            return isTests(wanted) ? matchesTests(wanted, field) : matchesPattern(wanted, field);
        }),
    );
}

function parseFields(model: Readonly<Record<string, unknown>>): ParsedPattern {
    const entries = Object.entries(model);
    if (entries.length === 0) {
        return { problem: "Empty objects are not allowed" };
    }
    const pattern = new Map<string, EventPattern | readonly PatternTest[]>();
    for (const [name, value] of entries) {
        const parsed = parseField(name, value);
        if (parsed.problem !== undefined) {
            return { problem: parsed.problem };
        }
        pattern.set(name, parsed.wanted);
    }
    return { pattern };
}

type ParsedField =
    { wanted: EventPattern | readonly PatternTest[]; problem?: undefined } | { problem: string };

function parseField(name: string, value: unknown): ParsedField {
    if (name === "$or") {
        return { problem: "$or is not simulated" };
    }
    if (isObject(value)) {
        const { pattern, problem } = parseFields(value);
        return pattern ? { wanted: pattern } : { problem };
    }
    if (!Array.isArray(value)) {
        return { problem: `"${name}" must be an object or an array` };
    }
    if (value.length === 0) {
        return { problem: "Empty arrays are not allowed" };
    }
    const tests = (value as unknown[]).map(parseTest);
    const problem = tests.find((test) => typeof test === "string");
    return problem === undefined
        ? { wanted: tests.filter((test) => typeof test !== "string") }
        : { problem };
}

/** An array in an event matches if one of its elements does. */
function matchesTests(tests: readonly PatternTest[], field: unknown): boolean {
    const all = [field].flat(Infinity) as unknown[];
    const leaves = all.filter((leaf) => leaf !== undefined && !isObject(leaf));
    return tests.some((test) =>
        test.isAbsence ? leaves.length === 0 : leaves.some((leaf) => test.matches(leaf)),
    );
}

function isTests(wanted: EventPattern | readonly PatternTest[]): wanted is readonly PatternTest[] {
    return Array.isArray(wanted);
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
