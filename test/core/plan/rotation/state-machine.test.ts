import assert from "node:assert/strict";
import { sortKeys } from "../../../../core";
import { planRedeployStateMachine, type Redeployment } from "../../../../core/plan/rotation";

const redeployment: Redeployment = {
    partition: "aws",
    cluster: "web",
    service: "arn:aws:ecs:eu-west-1:123456789012:service/web/api",
    queueUrl: "https://sqs.eu-west-1.amazonaws.com/123456789012/failures",
};
const retry = {
    ErrorEquals: ["States.TaskFailed", "States.Timeout"],
    IntervalSeconds: 5,
    BackoffRate: 2,
    MaxAttempts: 6,
    MaxDelaySeconds: 120,
    JitterStrategy: "FULL",
};
interface Machine {
    StartAt: string;
    States: Record<string, { Resource?: string; Next?: string; Catch?: { Next: string }[] }>;
}
const parse = (text: string) => JSON.parse(text) as Machine;

describe("planRedeployStateMachine", () => {
    const text = planRedeployStateMachine(redeployment);

    it("forces a deployment, reports a failure, and fails", () => {
        assert.deepEqual(JSON.parse(text), {
            Comment: "Redeploys an Amazon ECS service when a secret that it injects has changed.",
            StartAt: "Redeploy",
            States: {
                Redeploy: {
                    Type: "Task",
                    Resource: "arn:aws:states:::aws-sdk:ecs:updateService",
                    Parameters: {
                        Cluster: redeployment.cluster,
                        Service: redeployment.service,
                        ForceNewDeployment: true,
                    },
                    ResultPath: null,
                    Retry: [
                        {
                            ErrorEquals: [
                                "Ecs.AccessDeniedException",
                                "Ecs.ClusterNotFoundException",
                                "Ecs.InvalidParameterException",
                                "Ecs.ServiceNotActiveException",
                                "Ecs.ServiceNotFoundException",
                            ],
                            MaxAttempts: 0,
                        },
                        retry,
                    ],
                    Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$", Next: "Report" }],
                    End: true,
                },
                Report: {
                    Type: "Task",
                    Resource: "arn:aws:states:::sqs:sendMessage",
                    Parameters: {
                        QueueUrl: redeployment.queueUrl,
                        MessageBody: {
                            cluster: redeployment.cluster,
                            service: redeployment.service,
                            "error.$": "$",
                            "event.$": "$$.Execution.Input",
                        },
                    },
                    ResultPath: null,
                    Retry: [retry],
                    Next: "Failed",
                },
                Failed: {
                    Type: "Fail",
                    Error: "RedeployFailed",
                    Cause: "The service was not redeployed; the message in the queue says why.",
                },
            },
        });
    });

    it("is written with sorted keys", () => {
        assert.equal(text, JSON.stringify(sortKeys(JSON.parse(text))));
    });

    it("names only states that it has, and reaches all of them", () => {
        const { StartAt, States } = parse(text);
        const named = Object.values(States).flatMap(({ Next, Catch = [] }) => [
            ...(Next === undefined ? [] : [Next]),
            ...Catch.map((entry) => entry.Next),
        ]);
        assert.deepEqual([...new Set([StartAt, ...named])].sort(), Object.keys(States).sort());
    });

    it("calls the services of its own partition", () => {
        for (const partition of ["aws-cn", "aws-us-gov"]) {
            const { States } = parse(planRedeployStateMachine({ ...redeployment, partition }));
            assert.equal(
                States.Redeploy.Resource,
                `arn:${partition}:states:::aws-sdk:ecs:updateService`,
            );
            assert.equal(States.Report.Resource, `arn:${partition}:states:::sqs:sendMessage`);
        }
    });
});
