import type { ResourceSide } from "../../../core";
import { evaluateRole, type RoleRequest, type RoleRights, type RoleVerdict } from "../iam";

/** The ECS agent while it acts with a task's execution role. */
export interface Agent {
    readonly role: RoleRights;
    readonly session: string;
}

/** What the agent asks for. */
export type AgentRequest = RoleRequest;

/** Why the agent may not do something with its execution role; `undefined` if it may. */
export function refusal(
    { role, session }: Agent,
    request: AgentRequest,
    resource?: ResourceSide,
): string | undefined {
    return explainRefusal(evaluateRole(role, session, request, resource), session, request);
}

/**
 * The text of an access denial. What nobody can say is refused, and said to be of the simulation:
 * AWS leaves open, for example, what a permissions boundary does to an Allow for everybody.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html
 */
function explainRefusal(
    { verdict, by = "identity-based policy" }: RoleVerdict,
    session: string,
    { action, resource }: AgentRequest,
): string | undefined {
    if (verdict.answer === "allowed") {
        return undefined;
    }
    if (verdict.answer === "undetermined") {
        return `the simulation cannot tell whether ${action} is allowed: ${verdict.explanation}`;
    }
    const article = by === "identity-based policy" ? "an" : "a";
    const why =
        verdict.reason === "explicit-deny"
            ? `with an explicit deny in ${article} ${by}`
            : `because no ${by} allows the ${action} action`;
    return `User: ${session} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}
