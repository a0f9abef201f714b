import { any, no, YES, type Fact } from "../kleene";
import type { ContextValue } from "../request";

/**
 * `Null`: `true` asks that the key be absent, `false` that it be there.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
 */
export function testNull(policyValues: readonly string[], actual: ContextValue): Fact {
    if (actual === "unknown") {
        return { truth: "unknown", because: [] };
    }
    const isAbsent = String(actual.length === 0);
    return any(policyValues.map((value) => (value.toLowerCase() === isAbsent ? YES : no())));
}
