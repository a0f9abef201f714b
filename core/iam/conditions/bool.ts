import { no, YES } from "../kleene";
import type { OperatorFamily } from "./operator";

/**
 * The boolean operator.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean
 */
export const BOOL_OPERATORS: OperatorFamily = {
    Bool: {
        negated: false,
        fits: (policyValue, actual) =>
            policyValue.toLowerCase() === actual.toLowerCase() ? YES : no(),
    },
};
