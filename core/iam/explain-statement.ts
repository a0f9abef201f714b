import { bearingOf, type Bearing, type PolicyRole } from "./explain-bearing";
import type { Asked } from "./context";
import type { PolicyDocument } from "./document";
import { any, lazily, YES, type Fact, type Truth } from "./kleene";
import { namesAccount, namesEverybody, namesRole, namesRoleItself } from "./principal-match";
import { weighResourcePolicy, type ResourcePolicyScope } from "./resource-policy";
import type { PolicyStatement } from "./statement";
import { matchStatement, matchWhole, type MatchScope, type PolicyKind } from "./statement-match";
import type { Verdict } from "./verdict";

/** A statement as it was weighed, element by element. */
export interface ExplainedStatement {
    /** For a person: `statement ReadDb of the policy app`. */
    readonly label: string;
    /** Within its policy: `statement ReadDb`. */
    readonly name: string;
    /** `unknown` while it is not known whether it allows or denies. */
    readonly effect: "Allow" | "Deny" | "unknown";
    /** Whether it applies. */
    readonly truth: Truth;
    readonly elements: readonly ExplainedElement[];
    readonly bearing: Bearing;
}

/** Whether one element of a statement covers the request, and what is lacking or missing. */
export interface ExplainedElement {
    readonly element: "principal" | "action" | "resource" | "condition" | "grant";
    readonly truth: Truth;
    readonly because: readonly string[];
}

/** Where a statement stands, and what was concluded. */
export interface StatementOrigin {
    readonly role: PolicyRole;
    /** The policy, for a person. */
    readonly policy: string;
    readonly index: number;
    readonly verdict: Verdict;
}

/** Explains one statement of a policy. */
export function explainStatement(
    statement: PolicyStatement,
    scope: MatchScope,
    { role, policy, index, verdict }: StatementOrigin,
): ExplainedStatement {
    const { sid, principals } = statement;
    const which = sid === undefined || sid === "" ? index + 1 : sid;
    const name = `statement ${which}`;
    const label = `${name} of ${policy}`;
    const isOpen = statement.unknownElements.includes("Effect");
    const effect = isOpen ? "unknown" : statement.effect;
    const match = matchStatement(statement, scope);
    const { truth } = matchWhole(statement, scope);
    const direct = principals
        ? any([namesRoleItself(principals, scope.request), namesEverybody(principals)])
        : YES;
    const weighed = { role, label, effect, truth, isDirect: direct.truth === "yes" } as const;
    const elementOf = (element: "principal" | "action" | "resource" | "condition") => ({
        element,
        truth: match[element].truth,
        because: [...match[element].because],
    });
    return {
        label,
        name,
        effect,
        truth,
        elements: (["principal", "action", "resource", "condition"] as const).map(elementOf),
        bearing: bearingOf(verdict, weighed),
    };
}

/** How a resource's policy is read: its statements say for whom they are. */
export function readResourceKind(scope: ResourcePolicyScope): PolicyKind {
    return {
        hasResources: true,
        ...(scope.withoutResource && { withoutResource: scope.withoutResource }),
        matchPrincipal: (statement, request) => {
            const { principals, notPrincipals } = statement;
            return principals && !notPrincipals
                ? any([namesRole(principals, request), namesAccount(principals, request)])
                : weighPrincipal(statement, request, scope);
        },
    };
}

/** Whom a statement without a Principal is for: weighed with all else of it left out. */
function weighPrincipal(
    { effect, notPrincipals, unknownElements, hasUnknown }: PolicyStatement,
    request: Asked,
    scope: ResourcePolicyScope,
): Fact {
    const alone: PolicyStatement = {
        effect,
        ...(notPrincipals && { notPrincipals }),
        actions: ["*"],
        resources: ["*"],
        conditions: [],
        unknownElements: unknownElements.filter((one) => one.endsWith("Principal")),
        hasUnknown,
    };
    const document: PolicyDocument = { version: "2012-10-17", statements: [alone] };
    const weight = weighResourcePolicy(request, [{ name: "", kind: "document", document }], scope);
    const { truth } = (effect === "Deny" ? weight.deny : weight.role).fact;
    return truth === "yes"
        ? YES
        : lazily(truth, () => [
              notPrincipals ? "whom its NotPrincipal means" : "its Principal, which it has not",
          ]);
}
