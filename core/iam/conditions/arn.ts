import { matchesArnPattern, parseArnPattern } from "../arn-pattern";
import { no, unknown, YES } from "../kleene";
import { expandVariables } from "../variables";
import type { ConditionOperator, OperatorFamily } from "./operator";

/**
 * The ARN operators; `ArnEquals` and `ArnLike` are the same.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_ARN
 */
export const ARN_OPERATORS: OperatorFamily = {
    ArnEquals: arnOperator(false),
    ArnLike: arnOperator(false),
    ArnNotEquals: arnOperator(true),
    ArnNotLike: arnOperator(true),
};

function arnOperator(negated: boolean): ConditionOperator {
    return {
        negated,
        fits: (policyValue, actual, scope) => {
            const { pattern, open } = expandVariables(policyValue, { ...scope, wildcards: true });
            if (open) {
                return open;
            }
            const arn = parseArnPattern(pattern);
            if (!arn && negated) {
                // A slip must not make a condition true that is there to exempt somebody.
                return unknown("what AWS makes of a value that is no ARN");
            }
            return arn && matchesArnPattern(arn, actual) ? YES : no();
        },
    };
}
