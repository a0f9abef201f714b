import { all, any, no, unknown, YES, type Fact } from "../kleene";

/** How the values of a key are taken together. */
export type SetPrefix = "ForAllValues" | "ForAnyValue" | "none";

/**
 * Takes the tests of the single values of a key together; there are none if the key is absent.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html
 */
export function combineTests(prefix: SetPrefix, negated: boolean, tests: readonly Fact[]): Fact {
    if (prefix === "ForAllValues") {
        return all(tests);
    }
    if (prefix === "ForAnyValue") {
        return any(tests);
    }
    if (tests.length === 0) {
        return negated ? YES : no();
    }
    // AWS does not say what an operator without a prefix makes of several values.
    const [least, greatest] = [all(tests), any(tests)];
    return least.truth === greatest.truth
        ? greatest
        : unknown("how AWS compares several values without ForAllValues or ForAnyValue");
}
