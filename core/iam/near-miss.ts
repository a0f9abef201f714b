import { groundsOf } from "./kleene";
import type { StatementMatch } from "./statement-match";

/**
 * Says of an Allow statement that does not apply what it lacks, if it was near: it covers the
 * action or, with other actions of the same service, the resource.
 */
export function describeNearMiss(label: string, match: StatementMatch): string | undefined {
    const { principal, action, resource, condition, applies } = match;
    if (applies.truth !== "no") {
        return undefined;
    }
    const lacks = [principal, resource, condition].filter((fact) => fact.truth === "no");
    if (action.truth !== "no") {
        return `${label} allows the action but ${groundsOf(lacks).join(" and ")}`;
    }
    const [other] = action.because;
    return lacks.length === 0 && other !== undefined && other.includes(", not ")
        ? `${label} covers the resource but ${other}`
        : undefined;
}
