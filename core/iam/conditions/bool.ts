import { comparison } from "./comparison";
import type { OperatorFamily } from "./operator";

/**
 * The boolean operator.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Boolean
 */
export const BOOL_OPERATORS: OperatorFamily = {
    Bool: comparison(false, parseBoolean, (actual, wanted) => actual === wanted, "boolean"),
};

function parseBoolean(text: string): boolean | undefined {
    const word = text.toLowerCase();
    return word === "true" ? true : word === "false" ? false : undefined;
}
