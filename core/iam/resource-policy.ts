import type { Asked } from "./context";
import { any, no, pending, unknown, YES, type Fact } from "./kleene";
import type { NamedPolicy } from "./policy";
import type { PrincipalSet } from "./principal";
import {
    namesAccount,
    namesEverybody,
    namesRole,
    namesRoleItself,
    namesSession,
} from "./principal-match";
import { NOT_PRINCIPAL_WITH_ALLOW } from "./service-principal";
import type { PolicyStatement } from "./statement";
import type { PolicyKind } from "./statement-match";
import { weighPolicies, type Side } from "./weigh";

/** The policy of a resource on the scales: a secret's, a bucket's or a key's. */
export interface ResourceWeight {
    /** An Allow that names the role's ARN, a session of it, or everybody, each for itself. */
    readonly role: Side;
    readonly session: Side;
    readonly everybody: Side;
    /** An Allow that names the role's account, and so leaves it to the policies there. */
    readonly account: Side;
    readonly deny: Side;
    readonly nearMisses: () => string[];
    readonly onlyUnknownPoliciesAllow: boolean;
}

/** What the reading of a resource's policy depends on. */
export interface ResourcePolicyScope {
    /** Whether the role has a permissions boundary. */
    readonly hasBoundary: boolean;
    /** What a statement is about that names no resource. */
    readonly withoutResource?: Fact;
}

/** Weighs the policies of a resource; there is one, or none. */
export function weighResourcePolicy(
    request: Asked,
    policies: readonly NamedPolicy[],
    scope: ResourcePolicyScope,
): ResourceWeight {
    const weigh = (names: Names) => weighPolicies(request, policies, kindOf(names, scope));
    const whole = weigh((set, asked) => any([namesRole(set, asked), namesAccount(set, asked)]));
    return {
        role: weigh(namesRoleItself).allow,
        session: weigh(namesSession).allow,
        everybody: weigh(namesEverybody).allow,
        account: weigh(namesAccount).allow,
        deny: whole.deny,
        nearMisses: whole.nearMisses,
        onlyUnknownPoliciesAllow: whole.onlyUnknownPoliciesAllow,
    };
}

type Names = (set: PrincipalSet, request: Asked) => Fact;

function kindOf(names: Names, { hasBoundary, withoutResource }: ResourcePolicyScope): PolicyKind {
    return {
        hasResources: true,
        ...(withoutResource && { withoutResource }),
        matchPrincipal: (statement, request) => {
            const { principals, notPrincipals, effect } = statement;
            if (notPrincipals) {
                return effect === "Deny" && !statement.unknownElements.includes("Effect")
                    ? deniedOutside(notPrincipals, request, hasBoundary)
                    : NOT_PRINCIPAL_WITH_ALLOW;
            }
            return principals ? names(principals, request) : missing(statement);
        },
    };
}

/**
 * Whether a Deny with NotPrincipal is for the role. To leave a role out it must list its sessions
 * too, and those have random names; and it leaves out nobody who has a permissions boundary.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
 */
function deniedOutside(set: PrincipalSet, request: Asked, hasBoundary: boolean): Fact {
    if (hasBoundary) {
        return YES;
    }
    const named = any([namesRole(set, request), namesAccount(set, request)]);
    if (set.hasUnknown) {
        return pending("whom NotPrincipal leaves out");
    }
    return named.truth === "no"
        ? YES
        : unknown("whether NotPrincipal leaves out the role's sessions");
}

function missing(statement: PolicyStatement): Fact {
    return statement.unknownElements.includes("Principal")
        ? no()
        : unknown("its Principal, which it does not have");
}
