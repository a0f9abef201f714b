import { groundsOf } from "./kleene";
import type { PolicyStatement } from "./statement";
import { matchStatement, type MatchScope } from "./statement-match";

/**
 * Says of an Allow statement that does not apply what it lacks, if it was near: it covers the
 * action or, with other actions of the same service, the resource.
 */
export function describeNearMiss(
    label: string,
    statement: PolicyStatement,
    scope: MatchScope,
): string | undefined {
    const { principal, action, resource, condition } = matchStatement(statement, scope);
    const lacks = [principal, resource, condition].filter((fact) => fact.truth === "no");
    if (action.truth !== "no") {
        return lacks.length > 0
            ? `${label} allows the action but ${groundsOf(lacks).join(" and ")}`
            : undefined;
    }
    const [other] = action.because;
    return lacks.length === 0 && other !== undefined && other.includes(", not ")
        ? `${label} covers the resource but ${other}`
        : undefined;
}
