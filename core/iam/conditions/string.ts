import { no, YES } from "../kleene";
import { matchesPattern, type Pattern } from "../pattern";
import { expandVariables, hasVariables } from "../variables";
import type { ConditionOperator, OperatorFamily } from "./operator";

/**
 * The string operators.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_String
 */
export const STRING_OPERATORS: OperatorFamily = {
    StringEquals: stringOperator(false, { wildcards: false, ignoreCase: false }),
    StringNotEquals: stringOperator(true, { wildcards: false, ignoreCase: false }),
    StringEqualsIgnoreCase: stringOperator(false, { wildcards: false, ignoreCase: true }),
    StringNotEqualsIgnoreCase: stringOperator(true, { wildcards: false, ignoreCase: true }),
    StringLike: stringOperator(false, { wildcards: true, ignoreCase: false }),
    StringNotLike: stringOperator(true, { wildcards: true, ignoreCase: false }),
};

function stringOperator(
    negated: boolean,
    { wildcards, ignoreCase }: { wildcards: boolean; ignoreCase: boolean },
): ConditionOperator {
    return {
        negated,
        fits: (policyValue, actual, scope) => {
            if (!wildcards && !ignoreCase && !hasVariables(policyValue, scope.version)) {
                return policyValue === actual ? YES : no();
            }
            const { pattern, open } = expandVariables(policyValue, { ...scope, wildcards });
            if (open) {
                return open;
            }
            const fits = ignoreCase
                ? matchesPattern(lowerCase(pattern), actual.toLowerCase())
                : matchesPattern(pattern, actual);
            return fits ? YES : no();
        },
    };
}

function lowerCase(pattern: Pattern): Pattern {
    return pattern.map((token) => (typeof token === "string" ? token.toLowerCase() : token));
}
