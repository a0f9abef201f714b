import { isRecord } from "../is-record";
import { found, type Reading } from "./reading";

/**
 * One test of a `Condition` block: an operator, a key, and the values of which one must fit.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition.html
 */
export interface Condition {
    /** As written, with `ForAllValues:`, `ForAnyValue:` and `IfExists`. */
    readonly operator: string;
    readonly key: string;
    /** The values that are known. */
    readonly values: string[];
    /** Whether there are values that are not known, or the key is not. */
    readonly hasUnknown: boolean;
}

/** What {@link parseConditions} answers. */
export interface ParsedConditions {
    readonly conditions: Condition[];
    /** Whether there are tests of which not even the operator and the key are known. */
    readonly hasUnknown: boolean;
}

/** Parses a `Condition` block. */
export function parseConditions(value: unknown, path: string, reading: Reading): ParsedConditions {
    const conditions: Condition[] = [];
    let hasUnknown = false;
    for (const [operator, tests] of entriesOf(value, path, reading)) {
        if (reading.isUnknown(operator) || tests === UNKNOWN) {
            hasUnknown = true;
            continue;
        }
        for (const [key, values] of entriesOf(tests, `${path}.${operator}`, reading)) {
            if (reading.isUnknown(key)) {
                hasUnknown = true;
            } else {
                conditions.push(
                    parseCondition(operator, key, values, `${path}.${operator}.${key}`, reading),
                );
            }
        }
    }
    return { conditions, hasUnknown };
}

function parseCondition(
    operator: string,
    key: string,
    value: unknown,
    path: string,
    reading: Reading,
): Condition {
    const values: unknown[] = value === UNKNOWN ? [] : Array.isArray(value) ? value : [value];
    const scalars = values.filter(isScalar);
    if (scalars.length !== values.length) {
        found(
            reading,
            path,
            "a value is neither a text nor a number nor a boolean",
            "Write texts here.",
        );
    }
    const texts = scalars.map(String);
    const known = texts.filter((text) => !reading.isUnknown(text));
    const hasUnknown = value === UNKNOWN || known.length !== texts.length;
    return { operator, key, values: known, hasUnknown };
}

const UNKNOWN = Symbol("unknown");

/** The members of an object; a member whose value is an unknown text is marked. */
function entriesOf(value: unknown, path: string, reading: Reading): [string, unknown][] {
    if (value === undefined) {
        return [];
    }
    if (typeof value === "string" && reading.isUnknown(value)) {
        return [[value, UNKNOWN]];
    }
    if (!isRecord(value)) {
        found(
            reading,
            path,
            "a condition is no object",
            'Write { "<operator>": { "<key>": "<value>" } }.',
        );
        return [];
    }
    return Object.entries(value).map(([name, member]) => [
        name,
        typeof member === "string" && reading.isUnknown(member) ? UNKNOWN : member,
    ]);
}

function isScalar(value: unknown): value is string | number | boolean {
    return ["string", "number", "boolean"].includes(typeof value);
}
