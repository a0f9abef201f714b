import assert from "node:assert/strict";
import { evaluateTrust, type ContextValue, type Verdict } from "../../../core/iam";
import { ACCOUNT, policy, UNKNOWN } from "./fixtures";

const ECS = "ecs-tasks.amazonaws.com";
const trust = { Effect: "Allow", Principal: { Service: ECS }, Action: "sts:AssumeRole" };
const fromTasks = {
    Condition: {
        ArnLike: { "aws:SourceArn": `arn:aws:ecs:eu-west-1:${ACCOUNT}:*` },
        StringEquals: { "aws:SourceAccount": ACCOUNT },
    },
};

type Row = [string, Verdict["answer"], unknown, Record<string, ContextValue>?];
const rows: Row[] = [
    ["a statement for the service", "allowed", trust],
    [
        "a statement for several services",
        "allowed",
        { ...trust, Principal: { Service: ["a.amazonaws.com", ECS] } },
    ],
    [
        "a statement for Amazon EC2",
        "denied",
        { ...trust, Principal: { Service: "ec2.amazonaws.com" } },
    ],
    [
        "a statement for ecs.amazonaws.com",
        "denied",
        { ...trust, Principal: { Service: "ecs.amazonaws.com" } },
    ],
    ["a statement for an account", "denied", { ...trust, Principal: { AWS: ACCOUNT } }],
    ["a statement for another action", "denied", { ...trust, Action: "sts:TagSession" }],
    ["a wildcard action", "allowed", { ...trust, Action: "sts:*" }],
    [
        "aws:SourceArn and aws:SourceAccount that are not known",
        "undetermined",
        { ...trust, ...fromTasks },
    ],
    [
        "an aws:SourceAccount that is known",
        "allowed",
        { ...trust, Condition: { StringEquals: { "aws:SourceAccount": ACCOUNT } } },
        { "aws:sourceaccount": [ACCOUNT] },
    ],
    [
        "an aws:SourceAccount that is known and another",
        "denied",
        { ...trust, Condition: { StringEquals: { "aws:SourceAccount": "999999999999" } } },
        { "aws:SourceAccount": [ACCOUNT] },
    ],
    [
        "an external id, which no service gives",
        "denied",
        { ...trust, Condition: { StringEquals: { "sts:ExternalId": "x" } } },
    ],
    ["a Deny beside it", "denied", [trust, { Effect: "Deny", Principal: "*", Action: "*" }]],
    [
        "a Deny on aws:SourceArn",
        "undetermined",
        [
            trust,
            {
                Effect: "Deny",
                Principal: "*",
                Action: "*",
                Condition: { ArnNotLike: { "aws:SourceArn": "arn:aws:ecs:*" } },
            },
        ],
    ],
    ["a service that is unknown", "undetermined", { ...trust, Principal: { Service: UNKNOWN } }],
    ["a principal that is unknown", "undetermined", { ...trust, Principal: UNKNOWN }],
    ["no Principal", "undetermined", { Effect: "Allow", Action: "sts:AssumeRole" }],
    ["a Resource, which a trust policy may not have", "undetermined", { ...trust, Resource: "*" }],
];

describe("evaluateTrust", () => {
    for (const [name, answer, statements, context = {}] of rows) {
        it(`is ${answer} by ${name}`, () => {
            const verdict = evaluateTrust(policy(statements), ECS, context);
            assert.equal(verdict.answer, answer, verdict.explanation);
        });
    }

    it("says whom the trust policy names instead", () => {
        const ec2 = policy(
            { ...trust, Principal: { Service: "ec2.amazonaws.com" } },
            "2012-10-17",
            "trust",
        );
        assert.equal(
            evaluateTrust(ec2, ECS, {}).explanation,
            "the trust policy does not let ecs-tasks.amazonaws.com assume the role; " +
                "statement 1 of the policy trust allows the action but names ec2.amazonaws.com.",
        );
    });

    it("speaks of a policy in the words that it was named with", () => {
        const verdict = evaluateTrust(policy(trust, "2012-10-17", "the trust policy"), ECS, {});
        assert.match(verdict.explanation, /^statement 1 of the trust policy lets ecs-tasks/);
    });

    it("is undetermined if the trust policy is not known", () => {
        const unknown = { name: "trust", kind: "unknown", why: "not yet" } as const;
        assert.equal(evaluateTrust(unknown, ECS, {}).reason, "unknown-policy");
    });
});
