import type { Fact } from "../kleene";
import type { ExpansionScope } from "../variables";

/** What the test of one value depends on. */
export type TestScope = Omit<ExpansionScope, "wildcards">;

/** A condition operator, without its prefixes and `IfExists`. */
export interface ConditionOperator {
    /** Whether it holds when no value fits. */
    readonly negated: boolean;
    /** Whether a value of the policy fits a value of the request; negation is not applied here. */
    readonly fits: (policyValue: string, actual: string, scope: TestScope) => Fact;
}

/** The operators of a family, by name. */
export type OperatorFamily = Readonly<Record<string, ConditionOperator>>;
