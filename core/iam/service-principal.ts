import { no, pending, unknown, YES, type Fact } from "./kleene";
import type { PrincipalSet } from "./principal";
import { namesService } from "./principal-match";
import type { PolicyStatement } from "./statement";

/** Whether the principals of a statement are, or leave out, a service. */
export function matchService(statement: PolicyStatement, service: string): Fact {
    const { principals, notPrincipals, effect, unknownElements } = statement;
    if (notPrincipals) {
        return effect === "Deny" && !unknownElements.includes("Effect")
            ? outside(notPrincipals, service)
            : NOT_PRINCIPAL_WITH_ALLOW;
    }
    if (principals) {
        return namesService(principals, service);
    }
    return unknownElements.includes("Principal")
        ? no()
        : unknown("its Principal, which it does not have");
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html */
export const NOT_PRINCIPAL_WITH_ALLOW = unknown(
    "whom NotPrincipal means in an Allow, where AWS does not support it",
);

function outside(set: PrincipalSet, service: string): Fact {
    if (set.hasUnknown) {
        return pending("whom NotPrincipal leaves out");
    }
    return namesService(set, service).truth === "no"
        ? YES
        : unknown("whom NotPrincipal leaves out");
}
