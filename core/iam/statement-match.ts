import { actionsOfService, matchActions } from "./action";
import { evaluateCondition } from "./conditions";
import type { PolicyVersion } from "./document";
import { all, any, not, unknown, YES, type Fact } from "./kleene";
import type { AccessRequest } from "./request";
import { matchNotResources, matchResources } from "./resource";
import type { PolicyStatement } from "./statement";
import type { StatementElement } from "./statement-elements";

/** What differs between the kinds of policy: how principal and absent resource are judged. */
export interface PolicyKind {
    /** Whether a statement speaks of the principal of the request. */
    readonly matchPrincipal: (statement: PolicyStatement, request: AccessRequest) => Fact;
    /** Whether statements name resources. */
    readonly hasResources: boolean;
}

/** A statement held against a request, element by element. */
export interface StatementMatch {
    readonly principal: Fact;
    readonly action: Fact;
    readonly resource: Fact;
    readonly condition: Fact;
    /** All of it together. */
    readonly applies: Fact;
}

/** Holds a statement against a request. */
export function matchStatement(
    statement: PolicyStatement,
    request: AccessRequest,
    version: PolicyVersion,
    kind: PolicyKind,
): StatementMatch {
    const open = openElements(statement);
    const principal = any([
        kind.matchPrincipal(statement, request),
        ...open("Principal", "NotPrincipal"),
    ]);
    const action = matchAction(statement, request, open);
    const resource = matchResource(statement, request, version, kind, open);
    const condition = all([
        ...statement.conditions.map((one) => evaluateCondition(one, { version, request })),
        ...open("Condition"),
    ]);
    return {
        principal,
        action,
        resource,
        condition,
        applies: all([principal, action, resource, condition]),
    };
}

type Open = (...elements: StatementElement[]) => Fact[];

function openElements(statement: PolicyStatement): Open {
    return (...elements) =>
        elements
            .filter((element) => statement.unknownElements.includes(element))
            .map((element) => unknown(`its ${element}`));
}

function matchAction(statement: PolicyStatement, { action }: AccessRequest, open: Open): Fact {
    const { actions, notActions } = statement;
    if (notActions) {
        const listed = any([matchActions(notActions, action), ...open("NotAction")]);
        return not(listed, "exempts the action by NotAction");
    }
    const match = any([matchActions(actions ?? [], action), ...open("Action")]);
    const near = actionsOfService(actions ?? [], action);
    return match.truth === "no" && near.length > 0
        ? { truth: "no", because: [`allows ${near.join(", ")}, not ${action}`] }
        : match;
}

function matchResource(
    statement: PolicyStatement,
    request: AccessRequest,
    version: PolicyVersion,
    kind: PolicyKind,
    open: Open,
): Fact {
    const { resources, notResources } = statement;
    const isNamed = resources !== undefined || notResources !== undefined;
    const unknownResource = open("Resource", "NotResource");
    if (!kind.hasResources) {
        // The resource of a trust policy is its role; AWS accepts no Resource there.
        return isNamed ? unknown("what Resource means in a trust policy") : YES;
    }
    if (notResources) {
        return all([matchNotResources(notResources, request, version), ...unknownResource]);
    }
    return resources || unknownResource.length > 0
        ? any([matchResources(resources ?? [], request, version), ...unknownResource])
        : unknown("its Resource, which it does not have");
}
