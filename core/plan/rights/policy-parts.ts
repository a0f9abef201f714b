import {
    INLINE_POLICIES_QUOTA,
    MANAGED_POLICIES_QUOTA,
    MANAGED_POLICY_QUOTA,
    type PolicyKindAsked,
} from "./policy-size";

/** How a policy is given to a role: written into it, or cut into managed policies. */
export type PolicyParts =
    { readonly kind: "inline" } | { readonly kind: "managed"; readonly count: number };

/**
 * What each part may have less of than the quota, so that the parts are sure to fit wherever they
 * are cut: the frame of a document, twice the head of a statement (it stands again where a
 * statement is cut), and the longest ARN, which is that of an object in Amazon S3.
 */
const RESERVE = 2_000;

/** What a part is sure to hold of the whole. */
const SURE_SHARE = MANAGED_POLICY_QUOTA - RESERVE;

/**
 * Decides how a policy is given to a role, before its ARNs are known: the number of resources that
 * a program makes must not depend on them. Where inline policies have no room it spills over.
 * @param estimatedSize - An upper bound, see `estimatePolicySize`.
 * @param attachedElsewhere - The number of other managed policies of the role.
 */
export function planPolicyParts(
    estimatedSize: number,
    asked: PolicyKindAsked,
    attachedElsewhere: number,
): PolicyParts {
    if (asked === "inline" && estimatedSize <= INLINE_POLICIES_QUOTA) {
        return { kind: "inline" };
    }
    if (estimatedSize <= MANAGED_POLICY_QUOTA) {
        return { kind: "managed", count: 1 };
    }
    const sure = Math.ceil(estimatedSize / SURE_SHARE);
    const least = Math.ceil(estimatedSize / MANAGED_POLICY_QUOTA);
    const free = MANAGED_POLICIES_QUOTA - attachedElsewhere;
    // Fewer may do, for the estimate is an upper bound; more than a role has room for never do.
    return { kind: "managed", count: least <= free && free < sure ? free : sure };
}
