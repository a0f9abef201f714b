import { no, pending, unknown, YES, type Fact } from "./kleene";
import type { PrincipalSet } from "./principal";
import { namesService } from "./principal-match";
import type { PolicyStatement } from "./statement";

/** Whether the principals of a statement are, or leave out, a service. */
export function matchService(statement: PolicyStatement, service: string): Fact {
    const { principals, notPrincipals } = statement;
    if (notPrincipals) {
        return outside(notPrincipals, service);
    }
    if (principals) {
        return namesService(principals, service);
    }
    return statement.unknownElements.includes("Principal")
        ? no()
        : unknown("its Principal, which it does not have");
}

function outside(set: PrincipalSet, service: string): Fact {
    if (set.hasUnknown) {
        return pending("whom NotPrincipal leaves out");
    }
    return namesService(set, service).truth === "no"
        ? YES
        : unknown("whom NotPrincipal leaves out");
}
