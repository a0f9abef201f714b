import { limitDirect, limitPerhaps, type BoundaryWeight } from "./boundary";
import { all, any, groundsOf, isOpen, not, open, unknown, type Fact } from "./kleene";
import type { NamedPolicy } from "./policy";
import type { ResourceWeight } from "./resource-policy";
import type { GrantWeight } from "./grant";
import type { AllowReason } from "./verdict";
import type { Weight } from "./weigh";

/** All that decides about access, weighed. */
export interface AccessScales {
    readonly kind: "none" | "policy" | "key";
    readonly hasIdentity: boolean;
    readonly identity: Weight;
    readonly boundary: BoundaryWeight;
    readonly sameAccount: Fact;
    readonly resource?: ResourceWeight;
    readonly resourcePolicy?: NamedPolicy;
    readonly grant?: GrantWeight;
}

/** One way to be allowed; there are others, and one suffices. */
export interface Way {
    readonly reason: AllowReason;
    readonly fact: Fact;
}

/** The ways to be allowed: for a role of the resource's account, and for one of another. */
export interface Ways {
    readonly within: readonly Way[];
    readonly across: readonly Way[];
}

/**
 * Lists the ways to be allowed.
 * Sources: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/policy-evaluation.html
 */
export function listWays(scales: AccessScales, lets: Fact = scales.boundary.lets): Ways {
    const { kind, resource, grant } = scales;
    const identity = all([scales.identity.allow.fact, lets]);
    if (kind === "none" || !resource) {
        return {
            within: [{ reason: "identity-policy", fact: identity }],
            across: [{ reason: "identity-policy", fact: all([identity, NOT_SHARED]) }],
        };
    }
    const direct = limitDirect(resource, lets);
    const named = any([direct, resource.account.fact]);
    if (kind === "policy") {
        const both = all([named, identity]);
        return {
            within: [
                { reason: "identity-policy", fact: identity },
                { reason: "resource-policy", fact: direct },
            ],
            across: [{ reason: "resource-policy-and-identity-policy", fact: both }],
        };
    }
    const granted = grant?.fact ?? unknown();
    const perhaps = any([identity, GRANT_ACROSS]);
    return {
        within: [
            { reason: "key-policy", fact: direct },
            { reason: "grant", fact: limitPerhaps(granted, lets, "what a grant gives") },
            {
                reason: "key-policy-and-identity-policy",
                fact: all([resource.account.fact, identity]),
            },
        ],
        across: [
            { reason: "key-policy-and-identity-policy", fact: all([named, identity]) },
            { reason: "grant-and-identity-policy", fact: all([granted, perhaps]) },
        ],
    };
}

/** Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-shared-parameters.html */
const NOT_SHARED = unknown("whether the parameter, which is of another account, is shared");

/** Source: https://docs.aws.amazon.com/kms/latest/developerguide/grants.html */
const GRANT_ACROSS = unknown("whether a grant alone suffices for a role of another account");

/** Whether one of the ways is open to the role, whichever account it turns out to be of. */
export function weighWays({ sameAccount }: AccessScales, ways: Ways): Fact {
    const [within, across] = [ways.within, ways.across].map((list) =>
        any(list.map(({ fact }) => fact)),
    );
    if (!isOpen(sameAccount)) {
        return sameAccount.truth === "yes" ? within : across;
    }
    const whichever = within.truth === across.truth;
    if (whichever && !isOpen(within)) {
        return within;
    }
    const { truth } = whichever
        ? within
        : any([all([sameAccount, within]), all([not(sameAccount, ""), across])]);
    const still = [sameAccount, within, across].filter(isOpen);
    return open(truth === "pending" ? "pending" : "unknown", ...groundsOf(still));
}

/** The way that is taken if one of them is certain. */
export function takenWay({ sameAccount }: AccessScales, { within, across }: Ways): Way | undefined {
    const list = sameAccount.truth === "yes" ? within : across;
    return list.find(({ fact }) => fact.truth === "yes");
}
