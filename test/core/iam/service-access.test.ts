import assert from "node:assert/strict";
import { evaluateService, type ContextValue, type Verdict } from "../../../core/iam";
import { ACCOUNT, policy, UNKNOWN } from "./fixtures";

const EVENTS = "events.amazonaws.com";
const QUEUE = `arn:aws:sqs:eu-west-1:${ACCOUNT}:dead-letters`;
const RULE = `arn:aws:events:eu-west-1:${ACCOUNT}:rule/rotations`;
const send = {
    Effect: "Allow",
    Principal: { Service: EVENTS },
    Action: "sqs:SendMessage",
    Resource: QUEUE,
};
const forRule = { Condition: { ArnEquals: { "aws:SourceArn": RULE } } };

const evaluate = (statements: unknown, context: Record<string, ContextValue> = {}) =>
    evaluateService(
        { action: "sqs:SendMessage", resource: QUEUE, context },
        EVENTS,
        policy(statements, "2012-10-17", "the queue policy"),
    );

type Row = [string, Verdict["answer"], unknown, Record<string, ContextValue>?];
const rows: Row[] = [
    ["a statement for the service", "allowed", send],
    ["a statement for everybody", "allowed", { ...send, Principal: "*" }],
    [
        "a statement for another service",
        "denied",
        { ...send, Principal: { Service: "s3.amazonaws.com" } },
    ],
    ["a statement for an account", "denied", { ...send, Principal: { AWS: ACCOUNT } }],
    ["a statement for another action", "denied", { ...send, Action: "sqs:ReceiveMessage" }],
    ["a statement for another queue", "denied", { ...send, Resource: `${QUEUE}-2` }],
    [
        "a source that is the one named",
        "allowed",
        { ...send, ...forRule },
        { "aws:SourceArn": [RULE] },
    ],
    ["another source", "denied", { ...send, ...forRule }, { "aws:SourceArn": [`${RULE}-2`] }],
    [
        "a source that is not known",
        "undetermined",
        { ...send, ...forRule },
        { "aws:SourceArn": "unknown" },
    ],
    [
        "a condition that asks for a service of AWS",
        "allowed",
        { ...send, Principal: "*", Condition: { Bool: { "aws:PrincipalIsAWSService": "true" } } },
    ],
    [
        "a condition that names the service",
        "allowed",
        { ...send, Condition: { StringEquals: { "aws:PrincipalServiceName": EVENTS } } },
    ],
    ["a Deny beside it", "denied", [send, { ...send, Effect: "Deny", Principal: "*" }]],
    [
        "a Deny for all but another service",
        "denied",
        [
            send,
            {
                Effect: "Deny",
                NotPrincipal: { Service: "s3.amazonaws.com" },
                Action: "*",
                Resource: "*",
            },
        ],
    ],
    ["a service that is not known", "undetermined", { ...send, Principal: { Service: UNKNOWN } }],
];

describe("evaluateService", () => {
    for (const [name, answer, statements, context] of rows) {
        it(`is ${answer} by ${name}`, () => {
            const verdict = evaluate(statements, context);
            assert.equal(verdict.answer, answer, verdict.explanation);
        });
    }

    it("gives the resource's policy as the reason", () => {
        assert.deepEqual(evaluate({ ...send, Sid: "Send" }), {
            answer: "allowed",
            reason: "resource-policy",
            explanation: `statement Send of the queue policy lets ${EVENTS} use sqs:SendMessage.`,
            policy: "the queue policy",
            sid: "Send",
        });
    });

    it("says what the policy lacks, and whom it names instead", () => {
        const other = { ...send, Principal: { Service: "s3.amazonaws.com" } };
        assert.equal(
            evaluate(other).explanation,
            `the queue policy does not let ${EVENTS} use sqs:SendMessage on ${QUEUE}; ` +
                "statement 1 of the queue policy allows the action but names s3.amazonaws.com.",
        );
    });
});
