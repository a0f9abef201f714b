import { conclude } from "./evaluate";
import { no, unknown, type Fact } from "./kleene";
import type { NamedPolicy } from "./policy";
import type { PrincipalSet } from "./principal";
import { namesService } from "./principal-match";
import type { AccessRequest, ContextValue } from "./request";
import type { PolicyStatement } from "./statement";
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
    const weight = weighPolicies(request, [trustPolicy], trustOf(service));
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
        matchPrincipal: (statement) => matchService(statement, service),
    };
}

function matchService(statement: PolicyStatement, service: string): Fact {
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
    const { truth } = namesService(set, service);
    return truth === "no" && !set.hasUnknown
        ? { truth: "yes", because: [] }
        : unknown("whom NotPrincipal leaves out");
}
