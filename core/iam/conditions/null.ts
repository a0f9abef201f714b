import { any, no, open, unknown, YES, type Fact } from "../kleene";
import type { ContextValue } from "../request";

/**
 * `Null`: `true` asks that the key be absent, `false` that it be there.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Null
 */
export function testNull(policyValues: readonly string[], actual: ContextValue): Fact {
    if (actual === "unknown" || actual === "pending") {
        return open(actual);
    }
    const isAbsent = String(actual.length === 0);
    return any(
        policyValues.map((value) => {
            const wanted = value.toLowerCase();
            return wanted === "true" || wanted === "false"
                ? wanted === isAbsent
                    ? YES
                    : no()
                : unknown();
        }),
    );
}
