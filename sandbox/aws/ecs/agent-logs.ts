import type { LogConfiguration } from "../../../core";
import type { Account } from "../account";
import { findLogGroup } from "../logs";
import { refusal, type Agent } from "./agent-access";
import { TaskStartError } from "./task";

/**
 * Opens the log stream of a container with log driver awslogs. Without an execution role the
 * container instance writes, whose rights are not simulated.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/using_awslogs.html
 */
export function openLogStream(
    account: Account,
    agent: Agent | undefined,
    { logDriver, options = {} }: LogConfiguration,
    stream: string,
): void {
    if (logDriver !== "awslogs") {
        return;
    }
    const at = account.in(options["awslogs-region"]);
    const group = options["awslogs-group"] ?? "";
    const isMade = options["awslogs-create-group"] === "true";
    const groupArn = at.arn("logs", `log-group:${group}:log-stream:`);
    const rights = [
        ...(isMade ? [{ action: "logs:CreateLogGroup", resource: groupArn }] : []),
        { action: "logs:CreateLogStream", resource: `${groupArn}${stream}` },
        { action: "logs:PutLogEvents", resource: `${groupArn}${stream}` },
    ];
    const denial = agent && rights.map((one) => refusal(agent, one)).find((one) => one);
    if (denial) {
        throw logError(`AccessDeniedException: ${denial}`);
    }
    if (!isMade && !findLogGroup(at, group)) {
        throw logError("ResourceNotFoundException: The specified log group does not exist.");
    }
}

function logError(message: string): TaskStartError {
    return new TaskStartError(
        `ResourceInitializationError: failed to validate logger args: create stream has been retried 1 times: failed to create Cloudwatch log stream: ${message}`,
    );
}
