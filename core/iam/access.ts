import { weighBoundary } from "./boundary";
import { prepare, principalAccount, resourceAccount, type Asked } from "./context";
import { IDENTITY_POLICIES, explicitDeny, possibleDeny } from "./evaluate";
import { accessDenied, accessOpen } from "./access-refusal";
import { accessAllowed } from "./access-verdict";
import { weighGrants, type KeyGrant } from "./grant";
import { isOpen, no, open, YES, type Fact } from "./kleene";
import type { KeyPolicy } from "./key-policy";
import type { NamedPolicy } from "./policy";
import { UNKNOWN_RESOURCE, type AccessRequest } from "./request";
import { isAliasPattern } from "./resource-miss";
import { weighResourcePolicy, type ResourceWeight } from "./resource-policy";
import type { Verdict } from "./verdict";
import { listWays, weighWays, type AccessScales } from "./ways";
import { weighPolicies } from "./weigh";

/** All that decides whether a role may do something: who it is, and what it asks to use. */
export interface AccessWorld {
    /** The policies of the role, inline and attached. */
    readonly identity: readonly NamedPolicy[];
    /**
     * The role's permissions boundary.
     * @default - none
     */
    readonly boundary?: NamedPolicy;
    readonly resource: ResourceSide;
}

/** What a resource itself says of who may use it. */
export type ResourceSide =
    /** Nothing, as an SSM parameter. */
    | { readonly kind: "none" }
    /** A policy that adds to the identity policies, as of a secret or a bucket. */
    | { readonly kind: "policy"; readonly policy: NamedPolicy | "none" }
    /** A policy without which the identity policies count for nothing, as of a KMS key. */
    | { readonly kind: "key"; readonly policy: KeyPolicy; readonly grants: readonly KeyGrant[] };

/**
 * Evaluates whether a role may do something, by all that has a say in it: its own policies, its
 * permissions boundary, the resource's policy and, of a key, its grants.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluateAccess(asked: AccessRequest, world: AccessWorld): Verdict {
    // Statements name keys by key ARN; which key an alias stands for is not known here.
    const isAlias = world.resource.kind === "key" && isAliasPattern(asked.resource);
    const request = prepare(isAlias ? { ...asked, resource: UNKNOWN_RESOURCE } : asked);
    const scales = weigh(request, world);
    const denies = [scales.identity.deny, scales.boundary.deny, scales.resource?.deny].flatMap(
        (side) => side ?? [],
    );
    const denying = denies.find(({ fact }) => fact.truth === "yes");
    if (denying) {
        return explicitDeny(request, denying);
    }
    const ways = listWays(scales);
    const allow = weighWays(scales, ways);
    const facts = denies.map(({ fact }) => fact);
    if (allow.truth === "no") {
        return accessDenied(request, scales);
    }
    if (isOpen(allow)) {
        return accessOpen(request, scales, allow, facts);
    }
    return facts.some(isOpen) ? possibleDeny(request, facts) : accessAllowed(request, scales, ways);
}

function weigh(request: Asked, { identity, boundary, resource }: AccessWorld): AccessScales {
    const own = weighPolicies(request, identity, IDENTITY_POLICIES);
    const sameAccount = findSameAccount(request);
    const shared = {
        hasIdentity: identity.length > 0,
        identity: own,
        boundary: weighBoundary(request, boundary),
        sameAccount,
    };
    if (resource.kind === "none") {
        return { kind: "none", ...shared };
    }
    const hasBoundary = boundary !== undefined;
    if (resource.kind === "policy") {
        const { policy } = resource;
        const policies = policy === "none" ? [] : [policy];
        const weight = weighResourcePolicy(request, policies, { hasBoundary });
        return { kind: "policy", ...shared, resource: weight, resourcePolicy: policies[0] };
    }
    const policies = resource.policy === "default" ? [] : [named(resource.policy)];
    const weight: ResourceWeight = weighResourcePolicy(request, policies, {
        hasBoundary,
        withoutResource: KEY_POLICY_WITHOUT_RESOURCE,
    });
    return {
        kind: "key",
        ...shared,
        // The default key policy leaves the key to its account:
        // https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
        resource:
            resource.policy === "default" ? { ...weight, account: { fact: sameAccount } } : weight,
        resourcePolicy: policies[0],
        grant: weighGrants(request, resource.grants),
    };
}

/** Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html */
const KEY_POLICY_WITHOUT_RESOURCE = no("has no Resource, so that AWS KMS gives it no effect");

function named(policy: Exclude<KeyPolicy, "default">): NamedPolicy {
    return "unknown" in policy
        ? { name: "of the key", kind: "unknown", why: policy.unknown }
        : policy;
}

function findSameAccount(request: Asked): Fact {
    const [own, theirs] = [principalAccount(request), resourceAccount(request)];
    if (own.open || theirs.open) {
        const kind = [own.open, theirs.open].includes("unknown") ? "unknown" : "pending";
        return open(kind, "whether role and resource are of the same account");
    }
    return own.id === theirs.id
        ? YES
        : no(`leaves it to the account ${theirs.id}, and the role is of ${own.id}`);
}
