import { comparison } from "./comparison";
import type { OperatorFamily } from "./operator";

/**
 * The operator for bytes, which are written in base 64.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_BinaryEquals
 */
export const BINARY_OPERATORS: OperatorFamily = {
    BinaryEquals: comparison(false, parseBytes, (actual, wanted) => actual === wanted, "base 64"),
};

/** Of bytes there is one way to write them, if the bits that fill up the last group are none. */
const BASE_64 =
    /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/;

function parseBytes(text: string): string | undefined {
    return BASE_64.test(text) ? text : undefined;
}
