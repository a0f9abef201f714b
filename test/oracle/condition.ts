import { OPERATORS } from "./operators";
import { expand, type Facts } from "./patterns";
import type { Reading } from "./readings";
import type { ConditionJson, OneOrMany, Scalar } from "./world";

/** A list where IAM takes one or many. */
export function listOf<T>(value: OneOrMany<T> | undefined): T[] {
    return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

/** The three ways to look at a key of several values. */
type Quantifier = "plain" | "ForAllValues" | "ForAnyValue";

interface Test {
    readonly quantifier: Quantifier;
    readonly name: string;
    readonly ifExists: boolean;
}

const tests = new Map<string, Test>();

function testOf(operator: string): Test {
    let test = tests.get(operator);
    if (test === undefined) {
        const [, quantifier, name = "", ifExists] =
            /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/.exec(operator) ?? [];
        test = {
            quantifier: (quantifier as Quantifier | undefined) ?? "plain",
            name,
            ifExists: ifExists !== undefined,
        };
        tests.set(operator, test);
    }
    return test;
}

/** What an absent key means. A truth table, in the order in which AWS explains it. */
function holdsWithoutKey(test: Test, negated: boolean, reading: Reading): boolean {
    switch (test.quantifier) {
        case "ForAllValues":
            return true;
        case "ForAnyValue":
            return test.ifExists && reading.ask("anyValueIfExists");
        case "plain":
            return test.ifExists || negated;
    }
}

function holds(
    operator: string,
    values: readonly string[] | undefined,
    wanted: readonly string[],
    facts: Facts,
    version: string | undefined,
    reading: Reading,
): boolean {
    const test = testOf(operator);
    const given = values ?? [];
    if (test.name === "Null") {
        return wanted.some((value) => value.toLowerCase() === String(given.length === 0));
    }
    const row = OPERATORS.get(test.name);
    if (row === undefined) {
        return false;
    }
    if (given.length === 0) {
        return holdsWithoutKey(test, row.negated, reading);
    }
    // A variable without value equals nothing: a positive operator misses it, a negated holds.
    const expanded = wanted
        .map((value) => (row.variables ? expand(value, facts, version) : value))
        .filter((value) => value !== undefined);
    const verdicts = given.map(
        (one) => expanded.some((value) => row.compare(value, one)) !== row.negated,
    );
    const some = verdicts.includes(true);
    const every = !verdicts.includes(false);
    switch (test.quantifier) {
        case "ForAllValues":
            return every;
        case "ForAnyValue":
            return some;
        case "plain":
            return some === every ? some : !reading.ask("severalValuesNeedAll");
    }
}

/** Whether a whole `Condition` holds: operators AND keys AND, values OR (negated: none of). */
export function conditionHolds(
    condition: ConditionJson | undefined,
    facts: Facts,
    version: string | undefined,
    reading: Reading,
): boolean {
    return Object.entries(condition ?? {}).every(([operator, keys]) =>
        Object.entries(keys as Record<string, OneOrMany<Scalar>>).every(([key, wanted]) =>
            holds(
                operator,
                facts.get(key.toLowerCase()),
                listOf(wanted).map(String),
                facts,
                version,
                reading,
            ),
        ),
    );
}
