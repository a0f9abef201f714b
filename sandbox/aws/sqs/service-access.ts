import type { AccessRequest, NamedPolicy, Verdict } from "../../../core";
import { conclude } from "../../../core/iam/evaluate";
import { no } from "../../../core/iam/kleene";
import { namesService } from "../../../core/iam/principal-match";
import { weighPolicies } from "../../../core/iam/weigh";

/** What a service asks of a resource of the account. */
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
    const weight = weighPolicies(asked, [policy], {
        hasResources: true,
        matchPrincipal: ({ principals }) =>
            principals ? namesService(principals, service) : no("names no principal"),
    });
    return conclude(asked, weight, {
        allows: `lets ${service} use ${request.action}`,
        lacking: `${policy.name} does not let ${service} use ${request.action} on ${request.resource}`,
        possible: policy.name,
        // The nearest of the reasons that there are: a policy of the resource itself.
        reason: "key-policy",
    });
}
