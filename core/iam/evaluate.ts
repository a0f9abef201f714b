import { unknown, YES, type Fact } from "./kleene";
import type { NamedPolicy } from "./policy";
import { formatRequest, type AccessRequest } from "./request";
import type { PolicyStatement } from "./statement";
import type { PolicyKind } from "./statement-match";
import type { AllowReason, Denied, Undetermined, Verdict } from "./verdict";
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
    const weight = weighPolicies(request, policies, IDENTITY_POLICIES);
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
    const { allow, deny, nearMisses } = weight;
    if (deny.fact.truth === "yes") {
        return explicitDeny(request, deny);
    }
    if (allow.fact.truth === "no") {
        const explanation = sentence(wording.lacking, nearMisses);
        return { answer: "denied", reason: "no-allow", explanation, nearMisses };
    }
    if (allow.fact.truth === "unknown") {
        return possibleAllow(request, weight, wording.possible);
    }
    return deny.fact.truth === "unknown"
        ? possibleDeny(request, deny)
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
export function possibleDeny(request: AccessRequest, { fact }: Side): Undetermined {
    return {
        answer: "undetermined",
        reason: "possible-deny",
        explanation: sentence(`${formatRequest(request)} is allowed, but a Deny may apply`, [
            `not known: ${fact.because.join(", ")}`,
        ]),
        missing: [...fact.because],
    };
}

/** The verdict if nothing allows for sure and something may. */
export function possibleAllow(request: AccessRequest, weight: Weight, what: string): Undetermined {
    const missing = [...weight.allow.fact.because];
    return {
        answer: "undetermined",
        reason: weight.onlyUnknownPoliciesAllow ? "unknown-policy" : "possible-allow",
        explanation: sentence(`${what} may allow ${formatRequest(request)}`, [
            `not known: ${missing.join(", ")}`,
            ...weight.nearMisses,
        ]),
        missing,
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
    return `${[main, ...additions].join("; ")}.`;
}

function matchNoPrincipal({ principals, notPrincipals }: PolicyStatement): Fact {
    return principals || notPrincipals
        ? unknown("what a Principal means in an identity policy, where AWS accepts none")
        : YES;
}
