import type { Finding } from "../../finding";
import type { RenderedDocument } from "./statement";

/**
 * The most characters of all inline policies of a role together.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export const INLINE_POLICIES_QUOTA = 10_240;

/**
 * The most characters of a managed policy.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length
 */
export const MANAGED_POLICY_QUOTA = 6_144;

/**
 * The most managed policies of a role, unless AWS has raised it for the account (to 20 at most).
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entities
 */
export const MANAGED_POLICIES_QUOTA = 10;

/** How a policy is given to a role: written into it, or as managed policies attached to it. */
export type PolicyKindAsked = "inline" | "managed";

/** The size of a policy as IAM counts it: all characters of its JSON but white space. */
export function policySize(document: RenderedDocument<unknown>): number {
    return jsonSize(document);
}

/** The number of characters of a value's JSON but white space. */
export function jsonSize(value: unknown): number {
    return JSON.stringify(value).replace(/\s/g, "").length;
}

const REMEDY =
    "inject fewer secrets, or JSON keys of one secret in place of many secrets, or give a role of your own";

/**
 * Finds what is larger than IAM takes: too long a policy, and too many of them.
 * @param attachedElsewhere - The number of other managed policies of the role; none by default.
 */
export function findPolicySizeFinding(
    documents: readonly RenderedDocument<unknown>[],
    kind: PolicyKindAsked,
    path: string,
    attachedElsewhere = 0,
): Finding[] {
    const sizes = documents.map(policySize);
    if (kind === "inline") {
        const size = sizes.reduce((sum, one) => sum + one, 0);
        return size <= INLINE_POLICIES_QUOTA
            ? []
            : [
                  {
                      path,
                      reason: `the policy has ${size} characters, and the inline policies of a role have at most ${INLINE_POLICIES_QUOTA}`,
                      remedy: `Set executionRole.policies to "managed", ${REMEDY}.`,
                  },
              ];
    }
    const remedy = `${REMEDY.charAt(0).toUpperCase()}${REMEDY.slice(1)}.`;
    return [
        ...sizes.flatMap((size, index) =>
            size <= MANAGED_POLICY_QUOTA
                ? []
                : [{ path, reason: formatTooLong(size, index, sizes.length), remedy }],
        ),
        ...findTooMany(documents.length, attachedElsewhere, path, remedy),
    ];
}

function formatTooLong(size: number, index: number, count: number): string {
    const which = count === 1 ? "the policy" : `policy ${index + 1} of ${count}`;
    return `${which} has ${size} characters, and a managed policy has at most ${MANAGED_POLICY_QUOTA}`;
}

function findTooMany(count: number, attached: number, path: string, remedy: string): Finding[] {
    const more = attached === 1 ? "1 more is" : `${attached} more are`;
    const others = attached === 0 ? "" : `, and ${more} attached`;
    return count + attached <= MANAGED_POLICIES_QUOTA
        ? []
        : [
              {
                  path,
                  reason: `the rights fill ${count} managed policies${others}; a role has at most ${MANAGED_POLICIES_QUOTA}, unless AWS has raised it`,
                  remedy,
              },
          ];
}
