import type { Asked } from "./context";
import { all, any, unknown, YES, type Fact } from "./kleene";
import { IDENTITY_POLICIES } from "./evaluate";
import type { NamedPolicy } from "./policy";
import type { ResourceWeight } from "./resource-policy";
import { weighPolicies, type Side } from "./weigh";

/** A permissions boundary on the scales; a role without one is not limited. */
export interface BoundaryWeight {
    /** Whether the boundary lets through what other policies allow. */
    readonly lets: Fact;
    readonly deny?: Side;
    readonly nearMisses: () => string[];
    /** The boundary, for a person. */
    readonly label?: string;
}

/**
 * Weighs a permissions boundary: it allows nothing, and limits what others allow.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function weighBoundary(request: Asked, boundary: NamedPolicy | undefined): BoundaryWeight {
    if (!boundary) {
        return { lets: YES, nearMisses: () => [] };
    }
    const { name } = boundary;
    const label = name.startsWith("the ") ? name : `the permissions boundary ${name}`;
    const weight = weighPolicies(request, [{ ...boundary, name: label }], IDENTITY_POLICIES);
    return {
        lets: weight.allow.fact,
        deny: weight.deny,
        nearMisses: weight.nearMisses,
        label,
    };
}

/**
 * What a resource's policy allows the role without its identity policies. A boundary that does
 * not allow it limits an Allow for the role's ARN, and does not limit one for a session; of one
 * for everybody AWS does not say.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics.html
 */
export function limitDirect({ role, session, everybody }: ResourceWeight, lets: Fact): Fact {
    return any([
        all([role.fact, lets]),
        session.fact,
        limitPerhaps(everybody.fact, lets, "what everybody is allowed"),
    ]);
}

/** Limits a fact by a boundary of which AWS does not say whether it limits this. */
export function limitPerhaps(fact: Fact, lets: Fact, what: string): Fact {
    return lets.truth === "yes"
        ? fact
        : all([fact, any([lets, unknown(`whether the permissions boundary limits ${what}`)])]);
}
