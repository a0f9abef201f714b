import { actionsOfService, matchActions } from "./action";
import { evaluateCondition } from "./conditions";
import type { Asked } from "./context";
import type { PolicyVersion } from "./document";
import { all, allAgainst, any, lazily, none, pending, unknown, YES, type Fact } from "./kleene";
import { matchNotResources, matchResources } from "./resource";
import { showActions } from "./show";
import type { PolicyStatement } from "./statement";
import type { StatementElement } from "./statement-elements";

/** What differs between the kinds of policy: how principal and absent resource are judged. */
export interface PolicyKind {
    /** Whether a statement speaks of the principal of the request. */
    readonly matchPrincipal: (statement: PolicyStatement, request: Asked) => Fact;
    /** Whether statements name resources. */
    readonly hasResources: boolean;
    /**
     * What a statement is about that names no resource.
     * @default - not known: AWS refuses it
     */
    readonly withoutResource?: Fact;
}

/** A statement held against a request, element by element. */
export interface StatementMatch {
    readonly principal: Fact;
    readonly action: Fact;
    readonly resource: Fact;
    readonly condition: Fact;
}

/** What a statement is held against. */
export interface MatchScope {
    readonly request: Asked;
    readonly version: PolicyVersion;
    readonly kind: PolicyKind;
}

/** Holds a statement against a request, element by element. */
export function matchStatement(statement: PolicyStatement, scope: MatchScope): StatementMatch {
    return {
        principal: matchPrincipal(statement, scope),
        action: matchAction(statement, scope),
        resource: matchResource(statement, scope),
        condition: matchCondition(statement, scope),
    };
}

/** Whether a statement applies to a request; what decides is the first certain no. */
export function matchWhole(statement: PolicyStatement, scope: MatchScope): Fact {
    const action = matchAction(statement, scope);
    if (action.truth === "no") {
        return action;
    }
    const principal = matchPrincipal(statement, scope);
    if (principal.truth === "no") {
        return principal;
    }
    const resource = matchResource(statement, scope);
    return resource.truth === "no"
        ? resource
        : allFor(statement)([principal, action, resource, matchCondition(statement, scope)]);
}

/** What is hoped for is that an Allow applies, and that a Deny does not. */
function allFor({ effect }: PolicyStatement): (facts: readonly Fact[]) => Fact {
    return effect === "Deny" ? allAgainst : all;
}

function openElements(statement: PolicyStatement, ...elements: StatementElement[]): Fact[] {
    return statement.unknownElements.length === 0
        ? []
        : elements
              .filter((element) => statement.unknownElements.includes(element))
              .map((element) => pending(`its ${element}`));
}

function matchPrincipal(statement: PolicyStatement, { kind, request }: MatchScope): Fact {
    const fact = kind.matchPrincipal(statement, request);
    const still = openElements(statement, "Principal", "NotPrincipal");
    return still.length === 0 ? fact : any([fact, ...still]);
}

function matchAction(statement: PolicyStatement, { request }: MatchScope): Fact {
    const { actions, notActions } = statement;
    const { action, lowerAction } = request;
    if (notActions) {
        return none(
            [matchActions(notActions, lowerAction), ...openElements(statement, "NotAction")],
            "exempts the action by NotAction",
        );
    }
    const still = openElements(statement, "Action");
    const known = matchActions(actions ?? [], lowerAction);
    const match = still.length === 0 ? known : any([known, ...still]);
    if (match.truth !== "no") {
        return match;
    }
    return lazily("no", () => {
        const near = actionsOfService(actions ?? [], lowerAction);
        return near.length > 0 ? [`allows ${showActions(near)}, not ${action}`] : match.because;
    });
}

function matchResource(statement: PolicyStatement, scope: MatchScope): Fact {
    const { resources, notResources } = statement;
    const { kind, request, version } = scope;
    const isNamed = resources !== undefined || notResources !== undefined;
    const still = openElements(statement, "Resource", "NotResource");
    if (!kind.hasResources) {
        // The resource of a trust policy is its role; AWS accepts no Resource there.
        return isNamed ? unknown("what Resource means in a trust policy") : YES;
    }
    if (notResources) {
        return all([matchNotResources(notResources, request, version), ...still]);
    }
    return resources || still.length > 0
        ? any([matchResources(resources ?? [], request, version), ...still])
        : (kind.withoutResource ?? unknown("its Resource, which it does not have"));
}

function matchCondition(statement: PolicyStatement, { request, version }: MatchScope): Fact {
    const { conditions } = statement;
    return conditions.length === 0 && statement.unknownElements.length === 0
        ? YES
        : allFor(statement)([
              ...conditions.map((one) => evaluateCondition(one, { version, request })),
              ...openElements(statement, "Condition"),
          ]);
}
