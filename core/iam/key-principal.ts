import { any, no, unknown, YES, type Fact } from "./kleene";
import type { PrincipalSet } from "./principal";
import { namesAccount, namesRole } from "./principal-match";
import type { AccessRequest } from "./request";
import type { PolicyStatement } from "./statement";
import type { PolicyKind } from "./statement-match";

/**
 * A key policy read for the role itself: an Allow must name the role or everybody.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html
 */
export const KEY_POLICY_FOR_ROLE: PolicyKind = keyPolicyFor(namesRole);

/**
 * A key policy read for the account: an Allow must name the role's account, and then leaves it
 * to the identity policies there.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
export const KEY_POLICY_FOR_ACCOUNT: PolicyKind = keyPolicyFor(namesAccount);

type Names = (set: PrincipalSet, request: AccessRequest) => Fact;

function keyPolicyFor(names: Names): PolicyKind {
    return {
        hasResources: true,
        matchPrincipal: (statement, request) => {
            const { principals, notPrincipals, effect } = statement;
            if (notPrincipals) {
                return outside(notPrincipals, request);
            }
            if (!principals) {
                return missing(statement);
            }
            // A Deny that names the account is a Deny for everybody in it.
            return effect === "Deny"
                ? namesEither(principals, request)
                : names(principals, request);
        },
    };
}

function outside(set: PrincipalSet, request: AccessRequest): Fact {
    // To leave a role out, NotPrincipal must list its sessions too, and those have random names:
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
    const named = namesEither(set, request);
    return named.truth === "no" && !set.hasUnknown
        ? YES
        : unknown("whether NotPrincipal leaves out the role's sessions");
}

function namesEither(set: PrincipalSet, request: AccessRequest): Fact {
    return any([namesRole(set, request), namesAccount(set, request)]);
}

function missing(statement: PolicyStatement): Fact {
    return statement.unknownElements.includes("Principal")
        ? no()
        : unknown("its Principal, which it does not have");
}
