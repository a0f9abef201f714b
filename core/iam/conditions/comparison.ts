import { no, unknown, YES } from "../kleene";
import type { ConditionOperator } from "./operator";

/**
 * An operator that compares two values of a kind that has a notation of its own. What AWS makes
 * of a value that is not written so is not documented, so that it is neither a yes nor a no.
 */
export function comparison<T>(
    negated: boolean,
    parse: (text: string) => T | undefined,
    holds: (actual: T, wanted: T) => boolean,
    what: string,
): ConditionOperator {
    return {
        negated,
        fits: (policyValue, actual) => {
            const [wanted, given] = [parse(policyValue), parse(actual)];
            return wanted === undefined || given === undefined
                ? unknown(`what AWS makes of a value that is no ${what}`)
                : holds(given, wanted)
                  ? YES
                  : no();
        },
    };
}
