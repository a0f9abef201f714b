import { testRows } from "./row";

const RULE = "arn:aws:events:us-east-1:123456789012:rule/web-0a1b2c3";
const MACHINE = "arn:aws:states:us-east-1:123456789012:stateMachine:web-0a1b2c3";
const QUEUE = "arn:aws:sqs:us-east-1:123456789012:web-0a1b2c3";
const ROLE = "arn:aws:iam::123456789012:role/web";
const URL = "http://127.0.0.1/123456789012/web-0a1b2c3";

const call = (service: string, operation: string, input: object) => ({ service, operation, input });

describe("the translation of what redeploys", () => {
    testRows([
        {
            does: "puts a rule, enabled",
            type: "aws:cloudwatch/eventRule:EventRule",
            inputs: { eventPattern: "{}", tags: { team: "web" } },
            answers: [{ RuleArn: RULE }],
            requests: [
                call("events", "PutRule", {
                    Name: "web-0a1b2c3",
                    EventPattern: "{}",
                    State: "ENABLED",
                    Tags: [{ Key: "team", Value: "web" }],
                }),
            ],
            outputs: { id: "web-0a1b2c3", name: "web-0a1b2c3", arn: RULE },
        },
        {
            does: "puts a target with its retries and its dead letters",
            type: "aws:cloudwatch/eventTarget:EventTarget",
            inputs: {
                rule: "changes",
                arn: MACHINE,
                roleArn: ROLE,
                input: "{}",
                deadLetterConfig: { arn: QUEUE },
                retryPolicy: { maximumEventAgeInSeconds: 3600, maximumRetryAttempts: 5 },
            },
            requests: [
                call("events", "PutTargets", {
                    Rule: "changes",
                    Targets: [
                        {
                            Id: "web-0a1b2c3",
                            Arn: MACHINE,
                            RoleArn: ROLE,
                            Input: "{}",
                            DeadLetterConfig: { Arn: QUEUE },
                            RetryPolicy: {
                                MaximumEventAgeInSeconds: 3600,
                                MaximumRetryAttempts: 5,
                            },
                        },
                    ],
                }),
            ],
            outputs: { id: "changes-web-0a1b2c3", targetId: "web-0a1b2c3" },
        },
        {
            does: "puts a target that runs tasks",
            type: "aws:cloudwatch/eventTarget:EventTarget",
            inputs: {
                rule: "nightly",
                targetId: "task",
                arn: "arn:aws:ecs:us-east-1:123456789012:cluster/web",
                ecsTarget: {
                    taskDefinitionArn: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:1",
                    launchType: "FARGATE",
                    networkConfiguration: { subnets: ["subnet-0a"] },
                },
            },
            requests: [
                call("events", "PutTargets", {
                    Rule: "nightly",
                    Targets: [
                        {
                            Id: "task",
                            Arn: "arn:aws:ecs:us-east-1:123456789012:cluster/web",
                            EcsParameters: {
                                TaskDefinitionArn:
                                    "arn:aws:ecs:us-east-1:123456789012:task-definition/web:1",
                                LaunchType: "FARGATE",
                                NetworkConfiguration: {
                                    awsvpcConfiguration: {
                                        Subnets: ["subnet-0a"],
                                        AssignPublicIp: "DISABLED",
                                    },
                                },
                            },
                        },
                    ],
                }),
            ],
            outputs: { id: "nightly-task", targetId: "task" },
        },
        {
            does: "creates a state machine that logs",
            type: "aws:sfn/stateMachine:StateMachine",
            inputs: {
                definition: "{}",
                roleArn: ROLE,
                type: "EXPRESS",
                loggingConfiguration: { level: "ERROR", logDestination: "arn:aws:logs:example:*" },
            },
            answers: [{ stateMachineArn: MACHINE }],
            requests: [
                call("stepfunctions", "CreateStateMachine", {
                    name: "web-0a1b2c3",
                    definition: "{}",
                    roleArn: ROLE,
                    type: "EXPRESS",
                    loggingConfiguration: {
                        level: "ERROR",
                        destinations: [
                            { cloudWatchLogsLogGroup: { logGroupArn: "arn:aws:logs:example:*" } },
                        ],
                    },
                }),
            ],
            outputs: { id: MACHINE, arn: MACHINE, name: "web-0a1b2c3" },
        },
        {
            does: "creates a queue, its attributes as texts",
            type: "aws:sqs/queue:Queue",
            inputs: { messageRetentionSeconds: 1209600, sqsManagedSseEnabled: true },
            answers: [{ QueueUrl: URL }],
            requests: [
                call("sqs", "CreateQueue", {
                    QueueName: "web-0a1b2c3",
                    Attributes: { MessageRetentionPeriod: "1209600", SqsManagedSseEnabled: "true" },
                }),
            ],
            outputs: { id: URL, url: URL, arn: QUEUE, name: "web-0a1b2c3" },
        },
        {
            does: "ends the name of a queue that keeps the order as AWS wants it",
            type: "aws:sqs/queue:Queue",
            inputs: { fifoQueue: true },
            answers: [{ QueueUrl: `${URL}.fifo` }],
            requests: [
                call("sqs", "CreateQueue", {
                    QueueName: "web-0a1b2c3.fifo",
                    Attributes: { FifoQueue: "true" },
                }),
            ],
            outputs: {
                id: `${URL}.fifo`,
                url: `${URL}.fifo`,
                arn: `${QUEUE}.fifo`,
                name: "web-0a1b2c3.fifo",
            },
        },
        {
            does: "sets the policy of a queue",
            type: "aws:sqs/queuePolicy:QueuePolicy",
            inputs: { queueUrl: URL, policy: "{}" },
            requests: [
                call("sqs", "SetQueueAttributes", { QueueUrl: URL, Attributes: { Policy: "{}" } }),
            ],
            outputs: { id: URL },
        },
    ]);
});
