import assert from "node:assert/strict";
import { parseDefinition } from "../../../../sandbox/aws/states/parse-definition";
import { findTaskProblems } from "../../../../sandbox/aws/states/tasks";

const UPDATE = {
    Type: "Task",
    Resource: "arn:aws:states:::aws-sdk:ecs:updateService",
    Parameters: { Cluster: "main", Service: "app", ForceNewDeployment: true },
    End: true,
};
const SEND = {
    Type: "Task",
    Resource: "arn:aws:states:::sqs:sendMessage",
    Parameters: { QueueUrl: "https://example.com", "MessageBody.$": "$" },
    End: true,
};
const IS_NO_PATH =
    "NOT_SIMULATED: of JSONPath and intrinsic functions plain paths are simulated alone";

/** A state machine of one state. */
const one = (state: unknown, top: object = {}) => ({ StartAt: "A", States: { A: state }, ...top });

const valid: Record<string, object> = {
    "a Succeed state": one({ Type: "Succeed" }),
    "a Fail state with error and cause": one({ Type: "Fail", Error: "E", Cause: "C" }),
    "a comment, a version and a timeout": one(
        { Type: "Succeed", Comment: "c" },
        { Comment: "c", Version: "1.0", TimeoutSeconds: 60, QueryLanguage: "JSONPath" },
    ),
    "a task that updates a service": one(UPDATE),
    "a task that sends a message": one(SEND),
    "a state that only a catcher leads to": {
        StartAt: "A",
        States: {
            A: { ...UPDATE, Catch: [{ ErrorEquals: ["States.ALL"], Next: "B", ResultPath: null }] },
            B: { Type: "Fail" },
        },
    },
    "retriers with all their fields": one({
        ...UPDATE,
        Retry: [
            { ErrorEquals: ["Ecs.ServiceNotFoundException"], MaxAttempts: 0 },
            {
                ErrorEquals: ["States.ALL"],
                BackoffRate: 1.5,
                IntervalSeconds: 1,
                JitterStrategy: "FULL",
                MaxAttempts: 3,
                MaxDelaySeconds: 60,
                Comment: "c",
            },
        ],
    }),
    "paths of input, result and output": one({
        Type: "Pass",
        InputPath: "$.a['b'][0]",
        ResultPath: null,
        OutputPath: "$.c",
        Parameters: { "id.$": "$$.Execution.Id", list: [{ "a.$": "$" }] },
        End: true,
    }),
    "a wait": one({ Type: "Wait", Seconds: 10, End: true }),
};

const malformed: Record<string, [unknown, ...string[]]> = {
    "without states": [
        { StartAt: "A" },
        "SCHEMA_VALIDATION_FAILED: The definition has no States at ",
    ],
    "that starts nowhere": [
        { StartAt: "B", States: { A: { Type: "Succeed" } } },
        "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /StartAt",
        'MISSING_TRANSITION_TARGET: State "A" is not reachable. at /States/A',
    ],
    "whose state leads nowhere": [
        one({ Type: "Pass", Next: "B" }),
        "MISSING_TRANSITION_TARGET: Missing 'Next' target: B at /States/A/Next",
    ],
    "whose catcher leads nowhere": [
        one({ ...UPDATE, Catch: [{ ErrorEquals: ["States.ALL"], Next: "toString" }] }),
        "MISSING_TRANSITION_TARGET: Missing 'Next' target: toString at /States/A/Catch[0]/Next",
    ],
    "whose state neither ends nor goes on": [
        one({ Type: "Pass" }),
        "SCHEMA_VALIDATION_FAILED: A state must have either Next or End: true at /States/A",
    ],
    "whose state ends and goes on": [
        one({ Type: "Pass", End: true, Next: "A" }),
        "SCHEMA_VALIDATION_FAILED: A state must have either Next or End: true at /States/A",
    ],
    "whose state is no object": [
        one("A"),
        "SCHEMA_VALIDATION_FAILED: A state must be an object at /States/A",
    ],
    "with a field that there is not": [
        one({ Type: "Succeed" }, { Start: "A" }),
        "SCHEMA_VALIDATION_FAILED: A state machine has no field Start at /Start",
    ],
    "whose state has a field of another type": [
        one({ Type: "Fail", Resource: "r" }),
        "SCHEMA_VALIDATION_FAILED: A Fail state has no field Resource at /States/A/Resource",
    ],
    "whose retrier names no error": [
        one({ ...UPDATE, Retry: [{ ErrorEquals: [] }] }),
        "SCHEMA_VALIDATION_FAILED: ErrorEquals must be an array that is not empty at /States/A/Retry[0]",
    ],
    "whose retriers are no array": [
        one({ ...UPDATE, Retry: {} }),
        "SCHEMA_VALIDATION_FAILED: Value is not of type array at /States/A/Retry",
    ],
    "whose States.ALL is not the last": [
        one({
            ...UPDATE,
            Retry: [{ ErrorEquals: ["States.ALL"] }, { ErrorEquals: ["States.Timeout"] }],
        }),
        "SCHEMA_VALIDATION_FAILED: States.ALL must appear alone and in the last entry at /States/A/Retry[0]",
    ],
    "whose States.ALL is not alone": [
        one({ ...UPDATE, Retry: [{ ErrorEquals: ["States.ALL", "States.Timeout"] }] }),
        "SCHEMA_VALIDATION_FAILED: States.ALL must appear alone and in the last entry at /States/A/Retry[0]",
    ],
    "whose retrier waits less than a second": [
        one({ ...UPDATE, Retry: [{ ErrorEquals: ["E"], IntervalSeconds: 0, BackoffRate: 0.5 }] }),
        "SCHEMA_VALIDATION_FAILED: Value is not valid at /States/A/Retry[0]/IntervalSeconds",
        "SCHEMA_VALIDATION_FAILED: Value is not valid at /States/A/Retry[0]/BackoffRate",
    ],
    "whose catcher has a field of a retrier": [
        one({ ...UPDATE, Catch: [{ ErrorEquals: ["E"], Next: "A", MaxAttempts: 1 }] }),
        "SCHEMA_VALIDATION_FAILED: Value is not valid at /States/A/Catch[0]/MaxAttempts",
    ],
    "with a resource of another partition": [
        one({ ...UPDATE, Resource: "arn:aws-cn:states:::aws-sdk:ecs:updateService" }),
        "SCHEMA_VALIDATION_FAILED: The resource provided arn:aws-cn:states:::aws-sdk:ecs:updateService is not recognized. The value is not a valid resource ARN, or the resource is not available in this region. at /States/A/Resource",
    ],
    "with a parameter in camelCase": [
        one({ ...UPDATE, Parameters: { service: "app" } }),
        'SCHEMA_VALIDATION_FAILED: The field "service" is not supported by Step Functions at /States/A/Parameters',
        'SCHEMA_VALIDATION_FAILED: The field "Service" is required but was missing at /States/A/Parameters',
    ],
    "with a message that goes nowhere": [
        one({ ...SEND, Parameters: { MessageBody: "m" } }),
        'SCHEMA_VALIDATION_FAILED: The field "QueueUrl" is required but was missing at /States/A/Parameters',
    ],
    "with a type of state that is not simulated": [
        one({ Type: "Choice" }),
        "NOT_SIMULATED: there is no Choice state; it has Fail, Pass, Succeed, Task, Wait at /States/A/Type",
    ],
    "with a resource that is not simulated": [
        one({ ...UPDATE, Resource: "arn:aws:states:::lambda:invoke" }),
        "NOT_SIMULATED: there is no arn:aws:states:::lambda:invoke here; it has aws-sdk:ecs:updateService, sqs:sendMessage at /States/A/Resource",
    ],
    "with a parameter that is not simulated": [
        one({ ...UPDATE, Parameters: { Service: "app", DesiredCount: 2 } }),
        "NOT_SIMULATED: the field DesiredCount is not simulated; there is Cluster, ForceNewDeployment, Service at /States/A/Parameters",
    ],
    "with another query language": [
        one({ Type: "Succeed" }, { QueryLanguage: "JSONata" }),
        "NOT_SIMULATED: JSONPath is simulated alone at /QueryLanguage",
    ],
    "with an intrinsic function": [
        one({ ...SEND, Parameters: { QueueUrl: "u", MessageBody: { "a.$": "States.UUID()" } } }),
        `${IS_NO_PATH} at /States/A/Parameters/MessageBody/a.$`,
    ],
    "with a path that looks for something": [
        one({ Type: "Pass", InputPath: "$..a", End: true }),
        `${IS_NO_PATH} at /States/A/InputPath`,
    ],
};

describe("a state machine may be one", () => {
    const find = (model: unknown) =>
        parseDefinition(JSON.stringify(model), findTaskProblems("aws")).problems.map(
            ({ code, reason, at }) => `${code}: ${reason} at ${at}`,
        );
    for (const [title, model] of Object.entries(valid)) {
        it(`with ${title}`, () => assert.deepEqual(find(model), []));
    }
    for (const [title, [model, ...problems]] of Object.entries(malformed)) {
        it(`not ${title}`, () => assert.deepEqual(find(model).sort(), problems.sort()));
    }
    it("not of text that is no JSON", () =>
        assert.deepEqual(parseDefinition("{", findTaskProblems("aws")).problems, [
            { code: "SCHEMA_VALIDATION_FAILED", reason: "The definition is no JSON", at: "" },
        ]));
});
