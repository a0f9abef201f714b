import { prepare } from "./context";
import { conclude } from "./evaluate";
import { unknown } from "./kleene";
import type { NamedPolicy } from "./policy";
import type { AccessRequest, ContextValue } from "./request";
import { matchService } from "./service-principal";
import type { PolicyKind } from "./statement-match";
import type { Verdict } from "./verdict";
import { weighPolicies } from "./weigh";

/**
 * What AWS fills in when a service assumes a role on behalf of a resource.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
 */
const FILLED_IN_FOR_SERVICES: Readonly<Record<string, ContextValue>> = {
    "aws:SourceAccount": "unknown",
    "aws:SourceArn": "unknown",
    "aws:SourceOrgID": "unknown",
    "aws:SourceOrgPaths": "unknown",
};

/** Evaluates whether a trust policy lets a service, such as `ecs-tasks.amazonaws.com`, take the role. */
export function evaluateTrust(
    trustPolicy: NamedPolicy,
    service: string,
    context: Readonly<Record<string, ContextValue>>,
): Verdict {
    const request: AccessRequest = {
        action: "sts:AssumeRole",
        resource: `the role by ${service}`,
        context: withoutRegardToCase(context, service),
    };
    const weight = weighPolicies(prepare(request), [trustPolicy], trustOf(service));
    return conclude(request, weight, {
        allows: `lets ${service} assume the role`,
        lacking: `the trust policy does not let ${service} assume the role`,
        possible: "the trust policy",
        reason: "trust-policy",
    });
}

function withoutRegardToCase(
    context: Readonly<Record<string, ContextValue>>,
    service: string,
): Record<string, ContextValue> {
    const given = new Set(Object.keys(context).map((key) => key.toLowerCase()));
    const defaults = { ...FILLED_IN_FOR_SERVICES, "aws:PrincipalServiceName": [service] };
    return {
        ...Object.fromEntries(
            Object.entries(defaults).filter(([key]) => !given.has(key.toLowerCase())),
        ),
        ...context,
    };
}

function trustOf(service: string): PolicyKind {
    return {
        hasResources: false,
        // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notprincipal.html
        matchPrincipal: (statement) =>
            statement.notPrincipals
                ? unknown(
                      "whom NotPrincipal means in a trust policy, where AWS does not support it",
                  )
                : matchService(statement, service),
    };
}
