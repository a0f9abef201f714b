import assert from "node:assert/strict";
import type { Properties } from "../../../../sandbox/aws/resource-type";
import { EventAccount, IDLE, SECRETS, trustOf, type EventTypeName } from "./account";

const MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:m";
const ROLE = "arn:aws:iam::123456789012:role/r";
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:q";

/** A trust policy for another state machine. */
const OTHERS = {
    Version: "2012-10-17",
    Statement: {
        ...{ Effect: "Allow", Action: "sts:AssumeRole" },
        Principal: { Service: "states.amazonaws.com" },
        Condition: { ArnLike: { "aws:SourceArn": `${MACHINE}-other` } },
    },
};

/** A pattern of so many characters. */
function patternOf(length: number): string {
    const pattern = (text: string) => JSON.stringify({ source: [text] });
    return pattern("a".repeat(length - pattern("").length));
}

/** Inputs of a target of a rule that exists. */
const target = (account: EventAccount, inputs: Properties): Properties => ({
    rule: account.make("rule", { name: "r", eventPattern: SECRETS }).id,
    arn: MACHINE,
    roleArn: ROLE,
    ...inputs,
});

/** Inputs of a state machine whose role trusts Step Functions. */
const machine = (account: EventAccount, inputs: Properties): Properties => ({
    definition: IDLE,
    roleArn: account.roleOf("machine", trustOf("states")),
    ...inputs,
});

type Inputs = (account: EventAccount) => Properties;
type Row = [type: EventTypeName, inputs: Inputs, message: string];

const PUT_RULE = "simulated AWS: operation error EventBridge: PutRule, ";
const PUT_TARGETS = "simulated AWS: operation error EventBridge: PutTargets, ";
const CREATE_MACHINE = "simulated AWS: operation error SFN: CreateStateMachine, ";
const REFUSED_ROLE = `${CREATE_MACHINE}AccessDeniedException: Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.`;

const rows: Record<string, Row> = {
    "a rule of neither pattern nor schedule": [
        "rule",
        () => ({}),
        `${PUT_RULE}ValidationException: Parameter(s) EventPattern or ScheduleExpression must be specified.`,
    ],
    "a pattern of more than 2,048 characters": [
        "rule",
        () => ({ eventPattern: patternOf(2049) }),
        `${PUT_RULE}LimitExceededException: The event pattern has 2049 characters; the quota is 2048.`,
    ],
    "a malformed pattern": [
        "rule",
        () => ({ eventPattern: '{"source":"aws.ssm"}' }),
        `${PUT_RULE}InvalidEventPatternException: Event pattern is not valid. Reason: "source" must be an object or an array`,
    ],
    "a pattern that it cannot match": [
        "rule",
        () => ({ eventPattern: '{"$or":[{"a":[1]},{"b":[1]}]}' }),
        "simulated AWS: $or is not simulated",
    ],
    "a schedule, for want of a clock": [
        "rule",
        () => ({ scheduleExpression: "rate(1 day)" }),
        "simulated AWS: there is no clock here, so that no schedule is simulated",
    ],
    "a rule of a name that is too long": [
        "rule",
        () => ({ name: "r".repeat(65), eventPattern: SECRETS }),
        `${PUT_RULE}ValidationException: Value '${"r".repeat(65)}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern: [\\.\\-_A-Za-z0-9]+ and have length less than or equal to 64`,
    ],
    "a state that a rule cannot be in": [
        "rule",
        () => ({ eventPattern: SECRETS, state: "ON" }),
        `${PUT_RULE}ValidationException: There is no state ON of a rule.`,
    ],
    "an event bus of one's own": [
        "rule",
        () => ({ eventPattern: SECRETS, eventBusName: "own" }),
        "simulated AWS: there is no event bus own, only the default one",
    ],
    "a target of a rule that is not there": [
        "target",
        () => ({ rule: "other", arn: MACHINE, roleArn: ROLE }),
        `${PUT_TARGETS}ResourceNotFoundException: Rule other does not exist on EventBus default.`,
    ],
    "a state machine as a target without a role": [
        "target",
        (account) => target(account, { roleArn: undefined }),
        `${PUT_TARGETS}ValidationException: RoleArn is required for target ${MACHINE}.`,
    ],
    "a target that is no ARN": [
        "target",
        (account) => target(account, { arn: "m" }),
        `${PUT_TARGETS}ValidationException: Parameter m is not valid. Reason: Provided Arn is not in correct format.`,
    ],
    "a function as a target, because none is run": [
        "target",
        (account) => target(account, { arn: "arn:aws:lambda:us-east-1:123456789012:function:f" }),
        "simulated AWS: a target is a state machine or a queue here, and no resource of lambda",
    ],
    "an input that is no JSON": [
        "target",
        (account) => target(account, { input: "{" }),
        `${PUT_TARGETS}ValidationException: JSON syntax error in input for target.`,
    ],
    "an input that is to be transformed": [
        "target",
        (account) => target(account, { inputTransformer: { inputTemplate: "<a>" } }),
        "simulated AWS: inputTransformer of an event target is not simulated",
    ],
    "a dead-letter queue that is none": [
        "target",
        (account) => target(account, { deadLetterConfig: { arn: MACHINE } }),
        `${PUT_TARGETS}ValidationException: Parameter DeadLetterConfig.Arn is not the ARN of an Amazon SQS queue.`,
    ],
    "more retries than there may be": [
        "target",
        (account) => target(account, { retryPolicy: { maximumRetryAttempts: 186 } }),
        `${PUT_TARGETS}ValidationException: MaximumRetryAttempts must be between 0 and 185.`,
    ],
    "an event that gets too old": [
        "target",
        (account) => target(account, { retryPolicy: { maximumEventAgeInSeconds: 59 } }),
        `${PUT_TARGETS}ValidationException: MaximumEventAgeInSeconds must be between 60 and 86400.`,
    ],
    "a sixth target of a rule": [
        "target",
        (account) => {
            const inputs = target(account, { arn: QUEUE });
            Array.from({ length: 5 }, () => account.make("target", inputs));
            return inputs;
        },
        `${PUT_TARGETS}LimitExceededException: The requested resource exceeds the maximum number allowed.`,
    ],
    "a state machine that is malformed": [
        "machine",
        (account) => machine(account, { definition: '{"StartAt":"A","States":{}}' }),
        `${CREATE_MACHINE}InvalidDefinition: Invalid State Machine Definition: 'MISSING_TRANSITION_TARGET: Missing 'Next' target: A at /StartAt'`,
    ],
    "a state machine that it cannot run": [
        "machine",
        (account) =>
            machine(account, { definition: '{"StartAt":"A","States":{"A":{"Type":"Map"}}}' }),
        "simulated AWS: there is no Map state; it has Fail, Pass, Succeed, Task, Wait (at /States/A/Type)",
    ],
    "a state machine whose role trusts another service": [
        "machine",
        (account) => machine(account, { roleArn: account.roleOf("other", trustOf("events")) }),
        REFUSED_ROLE,
    ],
    "a state machine whose role trusts another machine": [
        "machine",
        (account) => machine(account, { roleArn: account.roleOf("other", OTHERS) }),
        REFUSED_ROLE,
    ],
    "a state machine whose role is not there": [
        "machine",
        () => ({ definition: IDLE, roleArn: ROLE }),
        REFUSED_ROLE,
    ],
    "a state machine of a name with a space": [
        "machine",
        (account) => machine(account, { name: "a b" }),
        `${CREATE_MACHINE}InvalidName: Invalid Name: 'a b'`,
    ],
    "a state machine of a name that is taken": [
        "machine",
        (account) => {
            const inputs = machine(account, { name: "m" });
            account.make("machine", inputs);
            return inputs;
        },
        `${CREATE_MACHINE}StateMachineAlreadyExists: State Machine Already Exists: '${MACHINE}'`,
    ],
};

describe("the simulated AWS refuses", () => {
    let account: EventAccount;
    beforeEach(() => {
        account = new EventAccount();
    });
    afterEach(() => account.remove());

    for (const [title, [type, inputs, message]] of Object.entries(rows)) {
        it(title, () => {
            const given = inputs(account);
            assert.throws(() => account.make(type, given), { message });
        });
    }

    it("to delete a rule that has targets, and no longer once they are gone", () => {
        const rule = account.make("rule", { name: "r", eventPattern: SECRETS });
        const state = account.make("target", { rule: "r", arn: QUEUE });
        assert.throws(() => account.drop("rule", rule), {
            message:
                "simulated AWS: operation error EventBridge: DeleteRule, ValidationException: Rule can't be deleted since it has targets.",
        });
        account.drop("target", state);
        account.drop("rule", rule);
        assert.equal(account.refresh("rule", rule), undefined);
    });

    it("nothing of a pattern of 2,048 characters", () => {
        assert.equal(account.make("rule", { name: "r", eventPattern: patternOf(2048) }).id, "r");
    });
});
