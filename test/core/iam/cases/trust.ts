import { evaluateTrust, type ContextValue } from "../../../../core/iam";
import { ACCOUNT, policy, UNKNOWN } from "../fixtures";
import { OTHER, type Case, type Expected } from "./case";
import { PAGES } from "./sources";

const ECS = "ecs-tasks.amazonaws.com";
const ASSUME = { Effect: "Allow", Principal: { Service: ECS }, Action: "sts:AssumeRole" };
const row = (
    name: string,
    source: string,
    expected: Expected,
    statements: unknown,
    context: Record<string, ContextValue> = {},
): Case => ({
    name,
    source,
    expected,
    evaluate: () =>
        evaluateTrust(policy(statements, "2012-10-17", "the trust policy"), ECS, context),
});
const when = (Condition: object) => ({ ...ASSUME, Condition });
const FROM_ECS = { ArnLike: { "aws:SourceArn": `arn:aws:ecs:eu-west-1:${ACCOUNT}:*` } };
const FROM_ACCOUNT = { StringEquals: { "aws:SourceAccount": ACCOUNT } };

/** Trust policies: whether Amazon ECS may take the role. */
export const trust: Case[] = [
    row(
        "a trust policy that names the service of the tasks lets it take the role",
        PAGES.executionRole,
        "allowed trust-policy",
        ASSUME,
    ),
    row(
        "a trust policy that names it among others does as well",
        PAGES.principal,
        "allowed trust-policy",
        { ...ASSUME, Principal: { Service: ["ec2.amazonaws.com", ECS] } },
    ),
    row("ecs.amazonaws.com is another service", PAGES.executionRole, "denied no-allow", {
        ...ASSUME,
        Principal: { Service: "ecs.amazonaws.com" },
    }),
    row("ec2.amazonaws.com is another service", PAGES.executionRole, "denied no-allow", {
        ...ASSUME,
        Principal: { Service: "ec2.amazonaws.com" },
    }),
    row("an account does not stand for a service", PAGES.principal, "denied no-allow", {
        ...ASSUME,
        Principal: { AWS: ACCOUNT },
    }),
    row(
        "a trust policy without a statement for it refuses",
        PAGES.executionRole,
        "denied no-allow",
        { ...ASSUME, Action: "sts:TagSession" },
    ),
    row(
        "a condition on aws:SourceArn may hold, for AWS fills it in",
        PAGES.taskRole,
        "undetermined possible-allow",
        when(FROM_ECS),
    ),
    row(
        "a condition on aws:SourceAccount may hold, for AWS fills it in",
        PAGES.taskRole,
        "undetermined possible-allow",
        when(FROM_ACCOUNT),
    ),
    row(
        "a condition on an aws:SourceAccount that is known holds",
        PAGES.taskRole,
        "allowed trust-policy",
        when(FROM_ACCOUNT),
        { "aws:SourceAccount": [ACCOUNT] },
    ),
    row(
        "a condition on another aws:SourceAccount fails",
        PAGES.taskRole,
        "denied no-allow",
        when(FROM_ACCOUNT),
        { "aws:SourceAccount": [OTHER] },
    ),
    row(
        "a condition on aws:SourceArn that is known yet to come may hold",
        PAGES.taskRole,
        "pending possible-allow",
        when(FROM_ECS),
        { "aws:SourceArn": "pending" },
    ),
    row(
        "an external id is nothing that a service gives",
        PAGES.conditionString,
        "denied no-allow",
        when({ StringEquals: { "sts:ExternalId": "example" } }),
    ),
    row("a Deny in a trust policy overrides", PAGES.denyAllow, "denied explicit-deny", [
        ASSUME,
        { Effect: "Deny", Principal: "*", Action: "*" },
    ]),
    row("a Deny of other origins may apply", PAGES.taskRole, "undetermined possible-deny", [
        ASSUME,
        {
            Effect: "Deny",
            Principal: "*",
            Action: "*",
            Condition: { ArnNotLike: FROM_ECS.ArnLike },
        },
    ]),
    row(
        "a service that is not known yet may be the one",
        PAGES.principal,
        "pending possible-allow",
        { ...ASSUME, Principal: { Service: UNKNOWN } },
    ),
    row(
        "NotPrincipal is not supported in a trust policy",
        PAGES.notPrincipal,
        "undetermined possible-allow",
        { Effect: "Allow", NotPrincipal: { AWS: ACCOUNT }, Action: "sts:AssumeRole" },
    ),
    row("a trust policy names no resource", PAGES.grammar, "undetermined possible-allow", {
        ...ASSUME,
        Resource: "*",
    }),
];
