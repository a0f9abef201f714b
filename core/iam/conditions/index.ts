import type { Condition } from "../condition";
import { contextValue } from "../context";
import { any, isOpen, lazily, none, open, pending, unknown, YES, type Fact } from "../kleene";
import type { ContextValue } from "../request";
import { showValues } from "../show";
import { ARN_OPERATORS } from "./arn";
import { BINARY_OPERATORS } from "./binary";
import { BOOL_OPERATORS } from "./bool";
import { DATE_OPERATORS } from "./date";
import { IP_ADDRESS_OPERATORS } from "./ip-address";
import { testNull } from "./null";
import { NUMERIC_OPERATORS } from "./numeric";
import type { ConditionOperator, OperatorFamily, TestScope } from "./operator";
import { combineTests, type SetPrefix } from "./set";
import { STRING_OPERATORS } from "./string";

const OPERATORS: OperatorFamily = {
    ...STRING_OPERATORS,
    ...ARN_OPERATORS,
    ...BOOL_OPERATORS,
    ...NUMERIC_OPERATORS,
    ...DATE_OPERATORS,
    ...IP_ADDRESS_OPERATORS,
    ...BINARY_OPERATORS,
};

/** The condition operators that are evaluated; all others are undetermined. */
export const EVALUATED_OPERATORS: readonly string[] = [...Object.keys(OPERATORS), "Null"].sort();

/** Evaluates one test of a `Condition` block. */
export function evaluateCondition(condition: Condition, scope: TestScope): Fact {
    const actual = contextValue(scope.request, condition.key);
    const fact = evaluateTest(condition, actual, scope);
    const { truth } = fact;
    if (truth === "no") {
        return lazily("no", () => [formatLack(condition, actual)]);
    }
    return isOpen(fact)
        ? lazily(truth, () =>
              fact.because.length > 0
                  ? fact.because
                  : [`the value of ${condition.key}, which ${condition.operator} compares`],
          )
        : fact;
}

/**
 * AWS says that an absent key fails `ForAnyValue`, and that it passes `IfExists`.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html,
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IfExists
 */
const ANY_OF_NONE = "what AWS makes of ForAnyValue with IfExists where the key is absent";

function evaluateTest(condition: Condition, actual: ContextValue, scope: TestScope): Fact {
    const { prefix, name, ifExists } = operatorOf(condition);
    const policyUnknown = condition.hasUnknown
        ? [pending(`a value that ${condition.operator} compares ${condition.key} with`)]
        : [];
    if (name === "Null" && !ifExists && prefix === "none") {
        return any([testNull(condition.values, actual), ...policyUnknown]);
    }
    if (!Object.hasOwn(OPERATORS, name)) {
        return unknown(`the outcome of ${condition.operator}, an operator not evaluated here`);
    }
    if (actual === "unknown" || actual === "pending") {
        return open(actual);
    }
    if (actual.length === 0 && ifExists) {
        return prefix === "ForAnyValue" ? unknown(ANY_OF_NONE) : YES;
    }
    const operator: ConditionOperator = OPERATORS[name];
    const tests = actual.map((value) => {
        const fits = [
            ...condition.values.map((wanted) => operator.fits(wanted, value, scope)),
            ...policyUnknown,
        ];
        return operator.negated ? none(fits, "") : any(fits);
    });
    return combineTests(prefix, operator.negated, tests);
}

interface ParsedOperator {
    readonly prefix: SetPrefix;
    readonly name: string;
    readonly ifExists: boolean;
}

/** Conditions are parsed once and asked often. */
const PARSED = new WeakMap<Condition, ParsedOperator>();

function operatorOf(condition: Condition): ParsedOperator {
    const parsed = PARSED.get(condition) ?? parseOperator(condition.operator);
    PARSED.set(condition, parsed);
    return parsed;
}

function parseOperator(text: string): ParsedOperator {
    const [, prefix, name, ifExists] =
        /^(?:(ForAllValues|ForAnyValue):)?(.*?)(IfExists)?$/s.exec(text) ?? [];
    return { prefix: (prefix ?? "none") as SetPrefix, name, ifExists: ifExists !== undefined };
}

function formatLack({ operator, key, values }: Condition, actual: ContextValue): string {
    const found =
        typeof actual === "string" || actual.length === 0
            ? `the request has no ${key}`
            : `${key} is ${showValues(key, actual, ", ")}`;
    return `only if ${operator} ${key} ${showValues(key, values, " or ")}, while ${found}`;
}
