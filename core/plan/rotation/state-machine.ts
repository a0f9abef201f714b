import { sortKeys } from "../../container-definition";

/** What the state machine redeploys, and where it reports that it could not. */
export interface Redeployment {
    readonly partition: string;
    /** The name or the ARN of the cluster. */
    readonly cluster: string;
    /** The name or the ARN of the service. */
    readonly service: string;
    /** The URL of the queue that is told of failures. */
    readonly queueUrl: string;
}

/**
 * What does not get better by trying again, as Step Functions names it.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_UpdateService.html
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
const LASTING_ERRORS = [
    "Ecs.AccessDeniedException",
    "Ecs.ClusterNotFoundException",
    "Ecs.InvalidParameterException",
    "Ecs.ServiceNotActiveException",
    "Ecs.ServiceNotFoundException",
] as const;

/**
 * All that may pass, such as throttling and server errors: for five minutes at most, each time at a
 * random moment, so that services that inject the same secret do not try all at once.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
const RETRY = {
    ErrorEquals: ["States.TaskFailed", "States.Timeout"],
    IntervalSeconds: 5,
    BackoffRate: 2,
    MaxAttempts: 6,
    MaxDelaySeconds: 120,
    JitterStrategy: "FULL",
};

/**
 * The state machine, in Amazon States Language: it forces a new deployment of the service, whose
 * tasks read the secrets when they start. A failure is put into the queue, with the event that
 * led to it; such events name secrets and never hold a value.
 */
export function planRedeployStateMachine(redeployment: Redeployment): string {
    return JSON.stringify(
        sortKeys({
            Comment: "Redeploys an Amazon ECS service when a secret that it injects has changed.",
            StartAt: "Redeploy",
            States: {
                Redeploy: planRedeploy(redeployment),
                Report: planReport(redeployment),
                Failed: {
                    Type: "Fail",
                    Error: "RedeployFailed",
                    Cause: "The service was not redeployed; the message in the queue says why.",
                },
            },
        }),
    );
}

function planRedeploy({ partition, cluster, service }: Redeployment): object {
    return {
        Type: "Task",
        Resource: `arn:${partition}:states:::aws-sdk:ecs:updateService`,
        Parameters: { Cluster: cluster, Service: service, ForceNewDeployment: true },
        // The answer describes the whole service, which nobody reads here.
        ResultPath: null,
        // The first entry that names the error decides: the lasting ones stand before all others.
        Retry: [{ ErrorEquals: LASTING_ERRORS, MaxAttempts: 0 }, RETRY],
        Catch: [{ ErrorEquals: ["States.ALL"], ResultPath: "$", Next: "Report" }],
        End: true,
    };
}

function planReport({ partition, cluster, service, queueUrl }: Redeployment): object {
    return {
        Type: "Task",
        Resource: `arn:${partition}:states:::sqs:sendMessage`,
        Parameters: {
            QueueUrl: queueUrl,
            MessageBody: {
                cluster,
                service,
                // Both as they are: a report must not fail for want of a field.
                "error.$": "$",
                "event.$": "$$.Execution.Input",
            },
        },
        ResultPath: null,
        Retry: [RETRY],
        Next: "Failed",
    };
}
