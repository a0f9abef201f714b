import { prepare } from "./context";
import { conclude } from "./evaluate";
import type { NamedPolicy } from "./policy";
import type { AccessRequest } from "./request";
import { matchService } from "./service-principal";
import type { Verdict } from "./verdict";
import { weighPolicies } from "./weigh";

/** What a service asks of a resource. */
export type ServiceRequest = Pick<AccessRequest, "action" | "context" | "resource">;

/**
 * Evaluates whether a resource's own policy lets a service, such as `events.amazonaws.com`, do
 * something with the resource. No other policy can: a service has no identity policies.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html
 */
export function evaluateService(
    request: ServiceRequest,
    service: string,
    policy: NamedPolicy,
): Verdict {
    const filledIn = {
        "aws:PrincipalIsAWSService": ["true"],
        "aws:PrincipalServiceName": [service],
    };
    const asked: AccessRequest = { ...request, context: { ...filledIn, ...request.context } };
    const weight = weighPolicies(prepare(asked), [policy], {
        hasResources: true,
        matchPrincipal: (statement) => matchService(statement, service),
    });
    return conclude(asked, weight, {
        allows: `lets ${service} use ${request.action}`,
        lacking: `${policy.name} does not let ${service} use ${request.action} on ${request.resource}`,
        possible: policy.name,
        reason: "resource-policy",
    });
}
