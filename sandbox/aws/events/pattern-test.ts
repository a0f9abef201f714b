import { matchesWildcard, parseWildcard } from "./wildcard";

/** One entry of the array that a pattern has for a field. */
export interface PatternTest {
    /** Whether it wants the field not to be there. */
    readonly isAbsence?: boolean;
    /** Whether a value of the field, which is no object and no array, passes. */
    readonly matches: (value: unknown) => boolean;
}

/** The comparisons that have a name, with what each makes of its operand. */
const COMPARISONS: Readonly<Record<string, (operand: unknown) => PatternTest | string>> = {
    "anything-but": anythingBut,
    "equals-ignore-case": (operand) =>
        textTest("equals-ignore-case", operand, (text) => {
            const wanted = text.toLowerCase();
            return (value) => value.toLowerCase() === wanted;
        }),
    exists: (operand) =>
        typeof operand === "boolean"
            ? { isAbsence: !operand, matches: () => operand }
            : "exists match pattern must be either true or false.",
    prefix: (operand) => textTest("prefix", operand, (text) => (value) => value.startsWith(text)),
    suffix: (operand) => textTest("suffix", operand, (text) => (value) => value.endsWith(text)),
    wildcard: (operand) => {
        const parsed = typeof operand === "string" ? parseWildcard(operand) : undefined;
        return typeof parsed === "string"
            ? parsed
            : textTest("wildcard", operand, () => (value) => matchesWildcard(parsed ?? [], value));
    },
};

/** Comparisons that AWS has and the simulation has not. */
const NOT_SIMULATED = ["cidr", "numeric"];

/**
 * Parses one entry of a field's array; a text says why it is none.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function parseTest(entry: unknown): PatternTest | string {
    if (isScalar(entry)) {
        return { matches: (value) => value === entry };
    }
    if (typeof entry !== "object" || entry === null || Array.isArray(entry)) {
        return "Match value must be String, number, true, false, or null";
    }
    const [[name, operand] = ["", undefined], ...others] = Object.entries(entry);
    if (others.length > 0) {
        return "Only one key allowed in match expression";
    }
    if (NOT_SIMULATED.includes(name)) {
        return `${name} is not simulated; there is ${Object.keys(COMPARISONS).sort().join(", ")}`;
    }
    return Object.hasOwn(COMPARISONS, name)
        ? COMPARISONS[name](operand)
        : `Unrecognized match type ${name}`;
}

function anythingBut(operand: unknown): PatternTest | string {
    const isNested = typeof operand === "object" && operand !== null && !Array.isArray(operand);
    if (isNested && Object.hasOwn(operand, "exists")) {
        return "Unsupported anything-but pattern : exists";
    }
    const entries: unknown[] = isNested ? [operand] : [operand].flat();
    const types = new Set(entries.map((entry) => typeof entry));
    const isPlain = entries.every((entry) => ["string", "number"].includes(typeof entry));
    if (entries.length === 0 || !(isNested || isPlain)) {
        return "Value of anything-but must be an array or single string/number value.";
    }
    if (types.size > 1) {
        return "Inside anything but list, either all values are number or string, mixed type is not supported";
    }
    const tests = entries.map(parseTest);
    const problem = tests.find((test) => typeof test === "string");
    return (
        problem ?? {
            matches: (value) =>
                tests.every((test) => typeof test !== "string" && !test.matches(value)),
        }
    );
}

function textTest(
    name: string,
    operand: unknown,
    make: (text: string) => (value: string) => boolean,
): PatternTest | string {
    if (typeof operand !== "string") {
        return `${name} match pattern must be a string`;
    }
    const matches = make(operand);
    return { matches: (value) => typeof value === "string" && matches(value) };
}

function isScalar(value: unknown): boolean {
    return value === null || ["string", "number", "boolean"].includes(typeof value);
}
