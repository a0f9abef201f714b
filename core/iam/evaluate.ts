import { prepare } from "./context";
import { all, groundsOf, isOpen, not, unknown, YES, type Fact } from "./kleene";
import type { NamedPolicy } from "./policy";
import { formatRequest, type AccessRequest } from "./request";
import { joinShortly } from "./shorten";
import type { PolicyStatement } from "./statement";
import type { PolicyKind } from "./statement-match";
import type { AllowReason, Denied, Undetermined, UndeterminedReason, Verdict } from "./verdict";
import { weighPolicies, type Side, type Weight } from "./weigh";

/** Policies attached to a role: they name no principal, for they speak of the role. */
export const IDENTITY_POLICIES: PolicyKind = {
    matchPrincipal: matchNoPrincipal,
    hasResources: true,
};

/**
 * Evaluates whether a role's identity policies allow a request.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluateIdentity(
    request: AccessRequest,
    policies: readonly NamedPolicy[],
): Verdict {
    const weight = weighPolicies(prepare(request), policies, IDENTITY_POLICIES);
    const what = formatRequest(request);
    return conclude(request, weight, {
        allows: `allows ${what}`,
        lacking:
            policies.length === 0
                ? `the role has no policy that could allow ${what}`
                : `no statement of the role's policies allows ${what}`,
        possible: "a policy of the role",
        reason: "identity-policy",
    });
}

/** How a verdict of one kind of policy is worded. */
export interface Wording {
    /** What the statement does that allows. */
    readonly allows: string;
    /** What is said where none does. */
    readonly lacking: string;
    /** Who may allow where it is not known. */
    readonly possible: string;
    readonly reason: AllowReason;
}

/** Concludes from the weight of the statements: a Deny first, then an Allow, then what may be. */
export function conclude(request: AccessRequest, weight: Weight, wording: Wording): Verdict {
    const { allow, deny } = weight;
    if (deny.fact.truth === "yes") {
        return explicitDeny(request, deny);
    }
    if (allow.fact.truth === "no") {
        const nearMisses = weight.nearMisses();
        const explanation = sentence(wording.lacking, nearMisses);
        return { answer: "denied", reason: "no-allow", explanation, nearMisses };
    }
    if (isOpen(allow.fact)) {
        return openAllow(allow.fact, [deny.fact], {
            reason: weight.onlyUnknownPoliciesAllow ? "unknown-policy" : "possible-allow",
            main: `${wording.possible} may allow ${formatRequest(request)}`,
            nearMisses: weight.nearMisses(),
        });
    }
    return isOpen(deny.fact)
        ? possibleDeny(request, [deny.fact])
        : {
              answer: "allowed",
              reason: wording.reason,
              explanation: `${label(allow)} ${wording.allows}.`,
              ...decidedBy(allow),
          };
}

/** The verdict if a Deny statement applies: nothing outweighs it. */
export function explicitDeny(request: AccessRequest, deny: Side): Denied {
    return {
        answer: "denied",
        reason: "explicit-deny",
        explanation: `${label(deny)} denies ${formatRequest(request)}.`,
        nearMisses: [],
    };
}

/** The verdict if all is allowed but a Deny may apply. */
export function possibleDeny(request: AccessRequest, denies: readonly Fact[]): Undetermined {
    return openAllow(YES, denies, {
        reason: "possible-deny",
        main: `${formatRequest(request)} is allowed, but a Deny may apply`,
        nearMisses: [],
    });
}

/** How an open verdict is worded. */
export interface OpenWording {
    readonly reason: UndeterminedReason;
    readonly main: string;
    readonly nearMisses: readonly string[];
}

/** The verdict if it is open whether something allows, or whether something denies. */
export function openAllow(
    allow: Fact,
    denies: readonly Fact[],
    { reason, main, nearMisses }: OpenWording,
): Undetermined {
    const missing = groundsOf([allow, ...denies.filter(isOpen)]);
    const additions = [`not known: ${joinShortly(missing, ", ")}`, ...nearMisses];
    return {
        answer: "undetermined",
        reason,
        explanation: sentence(main, additions),
        missing,
        isPending: all([allow, ...denies.map((deny) => not(deny, ""))]).truth === "pending",
    };
}

/** The statement that decided, as a verdict carries it. */
export function decidedBy({ by }: Side): { policy?: string; sid?: string } {
    return by ? { policy: by.policy, ...(by.sid !== undefined && { sid: by.sid }) } : {};
}

/** The statement that decided, for a person. */
export function label({ by }: Side): string {
    return by?.label ?? "a statement";
}

/** Writes a sentence with what adds to it. */
export function sentence(main: string, additions: readonly string[]): string {
    return `${main}${additions.length > 0 ? "; " : ""}${joinShortly(additions, "; ")}.`;
}

function matchNoPrincipal({ principals, notPrincipals }: PolicyStatement): Fact {
    return principals || notPrincipals
        ? unknown("what a Principal means in an identity policy, where AWS accepts none")
        : YES;
}
