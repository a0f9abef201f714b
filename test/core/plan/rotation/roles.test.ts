import assert from "node:assert/strict";
import {
    evaluateIdentity,
    evaluateTrust,
    parseNamedPolicy,
    type ContextValue,
    type Verdict,
} from "../../../../core/iam";
import {
    planDeliveryRolePolicy,
    planDeliveryRoleTrust,
    planQueuePolicy,
    planRedeployRolePolicy,
    planRedeployRoleTrust,
} from "../../../../core/plan/rotation";
import { LOCATION } from "../fixtures";

const ACCOUNT = "123456789012";
const arn = (service: string, resource: string) =>
    `arn:aws:${service}:eu-west-1:${ACCOUNT}:${resource}`;
const SERVICE = arn("ecs", "service/web/api");
const QUEUE = arn("sqs", "failures");
const MACHINE = arn("states", "stateMachine:redeploy");
const RULES = [arn("events", "rule/b"), arn("events", "rule/a"), arn("events", "rule/b")];
const SORTED_RULES = [arn("events", "rule/a"), arn("events", "rule/b")];
const role = (name: string) => `arn:aws:iam::${ACCOUNT}:role/${name}`;
const PASSED = { "iam:PassedToService": ["ecs-tasks.amazonaws.com"] };

const allow = (Sid: string, Action: string, ...Resource: string[]) => ({
    Sid,
    Effect: "Allow",
    Action,
    Resource,
});
const redeploy = allow("RedeployService", "ecs:UpdateService", SERVICE);
const report = allow("ReportFailure", "sqs:SendMessage", QUEUE);
const trust = (service: string, sourceArns: string[]) => ({
    Version: "2012-10-17",
    Statement: [
        {
            Effect: "Allow",
            Principal: { Service: service },
            Action: "sts:AssumeRole",
            Condition: {
                ArnLike: { "aws:SourceArn": sourceArns },
                StringEquals: { "aws:SourceAccount": ACCOUNT },
            },
        },
    ],
});

describe("the documents of a redeployment on rotation", () => {
    const rights = { serviceArn: SERVICE, queueArn: QUEUE };
    const rows: [string, unknown, unknown][] = [
        [
            "let the state machine redeploy and report, and no more",
            planRedeployRolePolicy(rights),
            { Version: "2012-10-17", Statement: [redeploy, report] },
        ],
        [
            "trust the state machines of the account and region",
            planRedeployRoleTrust(LOCATION),
            trust("states.amazonaws.com", [arn("states", "stateMachine:*")]),
        ],
        [
            "trust the state machines of another partition by the same name",
            planRedeployRoleTrust({ partition: "aws-cn", region: "cn-north-1", account: ACCOUNT }),
            trust("states.amazonaws.com", [
                `arn:aws-cn:states:cn-north-1:${ACCOUNT}:stateMachine:*`,
            ]),
        ],
        [
            "let the rules start the state machine, and no more",
            planDeliveryRolePolicy({ stateMachineArn: MACHINE }),
            {
                Version: "2012-10-17",
                Statement: [allow("StartRedeployment", "states:StartExecution", MACHINE)],
            },
        ],
        [
            "trust the rules, sorted, each once",
            planDeliveryRoleTrust(LOCATION, RULES),
            trust("events.amazonaws.com", SORTED_RULES),
        ],
        [
            "let the rules put into the queue what they could not deliver",
            planQueuePolicy({ queueArn: QUEUE, ruleArns: RULES, account: ACCOUNT }),
            {
                Version: "2012-10-17",
                Statement: [
                    {
                        Sid: "TakeUndeliveredEvents",
                        Effect: "Allow",
                        Principal: { Service: "events.amazonaws.com" },
                        Action: "sqs:SendMessage",
                        Resource: QUEUE,
                        Condition: {
                            ArnEquals: { "aws:SourceArn": SORTED_RULES },
                            StringEquals: { "aws:SourceAccount": ACCOUNT },
                        },
                    },
                ],
            },
        ],
    ];
    for (const [name, actual, expected] of rows) {
        it(name, () => assert.deepEqual(actual, expected));
    }
});

type Context = Record<string, ContextValue>;

describe("the role of the state machine, as IAM evaluates it, is", () => {
    const plain = planRedeployRolePolicy({ serviceArn: SERVICE, queueArn: QUEUE });
    const delivery = planDeliveryRolePolicy({ stateMachineArn: MACHINE });
    const rows: [Verdict["answer"], string, string, object, Context?][] = [
        ["allowed", "ecs:UpdateService", SERVICE, plain],
        ["denied", "ecs:UpdateService", `${SERVICE}-2`, plain],
        ["denied", "ecs:UpdateService", arn("ecs", "service/other/api"), plain],
        ["denied", "ecs:DeleteService", SERVICE, plain],
        ["allowed", "sqs:SendMessage", QUEUE, plain],
        ["denied", "sqs:SendMessage", `${QUEUE}-2`, plain],
        ["denied", "sqs:ReceiveMessage", QUEUE, plain],
        ["denied", "iam:PassRole", role("e"), plain, PASSED],
        ["allowed", "states:StartExecution", MACHINE, delivery],
        ["denied", "states:StartExecution", `${MACHINE}-2`, delivery],
        ["denied", "states:StopExecution", MACHINE, delivery],
    ];
    for (const [answer, action, resource, document, context = {}] of rows) {
        it(`${answer} ${action} on ${resource} with ${JSON.stringify(context)}`, () => {
            const policies = [parseNamedPolicy("role", document)];
            assert.equal(evaluateIdentity({ action, resource, context }, policies).answer, answer);
        });
    }
});

describe("the trust of the roles, as IAM evaluates it, is", () => {
    const from = (SourceArn: string, SourceAccount = ACCOUNT): Context => ({
        "aws:SourceArn": [SourceArn],
        "aws:SourceAccount": [SourceAccount],
    });
    const states = planRedeployRoleTrust(LOCATION);
    const events = planDeliveryRoleTrust(LOCATION, RULES);
    const elsewhere = MACHINE.replace("eu-west-1", "us-east-1");
    const rows: [Verdict["answer"], string, object, string, Context][] = [
        ["allowed", "a state machine here", states, "states.amazonaws.com", from(MACHINE)],
        ["denied", "one elsewhere", states, "states.amazonaws.com", from(elsewhere)],
        [
            "denied",
            "another account",
            states,
            "states.amazonaws.com",
            from(MACHINE, "210987654321"),
        ],
        ["denied", "another service", states, "events.amazonaws.com", from(MACHINE)],
        ["allowed", "a rule", events, "events.amazonaws.com", from(RULES[0])],
        ["denied", "another rule", events, "events.amazonaws.com", from(`${RULES[0]}-2`)],
        [
            "denied",
            "a rule of another account",
            events,
            "events.amazonaws.com",
            from(RULES[0], "210987654321"),
        ],
        ["denied", "another service for a rule", events, "states.amazonaws.com", from(RULES[0])],
    ];
    for (const [answer, name, document, service, context] of rows) {
        it(`${answer} for ${name}`, () => {
            const verdict = evaluateTrust(parseNamedPolicy("trust", document), service, context);
            assert.equal(verdict.answer, answer, verdict.explanation);
        });
    }
});
