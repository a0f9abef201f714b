import { comparison } from "./comparison";
import type { OperatorFamily } from "./operator";

/**
 * The numeric operators.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Numeric
 */
export const NUMERIC_OPERATORS: OperatorFamily = {
    NumericEquals: numeric(false, (actual, wanted) => actual === wanted),
    NumericNotEquals: numeric(true, (actual, wanted) => actual === wanted),
    NumericLessThan: numeric(false, (actual, wanted) => actual < wanted),
    NumericLessThanEquals: numeric(false, (actual, wanted) => actual <= wanted),
    NumericGreaterThan: numeric(false, (actual, wanted) => actual > wanted),
    NumericGreaterThanEquals: numeric(false, (actual, wanted) => actual >= wanted),
};

function numeric(negated: boolean, holds: (actual: number, wanted: number) => boolean) {
    return comparison(negated, parseNumber, holds, "number");
}

/** An integer or a decimal number that a double holds exactly enough to be compared. */
function parseNumber(text: string): number | undefined {
    const isNumber = /^[+-]?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, "").length <= 15;
    return isNumber ? Number(text) : undefined;
}
