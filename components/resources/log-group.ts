import { LogGroup } from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import type { ContainerArgs, LogConfigurationArgs } from "../args";
import { createChild, type Scope } from "../scope";
import { resolveKeyArn } from "../secrets/key";

/**
 * How a container logs. A log router without a log configuration gets one: with its own logs lost,
 * nobody would learn why those of the others are missing.
 */
export function readLogs(container: ContainerArgs): LogConfigurationArgs | undefined {
    const isRouter = container.firelensConfiguration !== undefined;
    return container.logConfiguration ?? (isRouter ? { logDriver: "awslogs" } : undefined);
}

/** Creates the log group, if any container logs to CloudWatch Logs and names none. */
export function createLogGroup(scope: Scope): LogGroup | undefined {
    const { containers, logGroup = {}, serviceConnectConfiguration, tags } = scope.args;
    const all = [
        ...Object.values(containers).map(readLogs),
        serviceConnectConfiguration?.logConfiguration,
    ];
    if (!all.some(lacksGroup)) {
        return undefined;
    }
    const { name, retentionInDays, kmsKeyId } = logGroup;
    return createChild(scope, "logGroup", LogGroup, "logs", {
        name,
        retentionInDays,
        kmsKeyId: kmsKeyId === undefined ? undefined : resolveKeyArn(kmsKeyId, scope),
        tags,
    });
}

/** The options of a container's log driver; what `awslogs` needs is filled in where it is not given. */
export function completeOptions(
    { location }: Scope,
    logs: LogConfigurationArgs | undefined,
    streamPrefix: string,
    group: LogGroup | undefined,
): Record<string, pulumi.Input<string>> | undefined {
    return logs?.logDriver === "awslogs"
        ? {
              ...(group && lacksGroup(logs) && { "awslogs-group": group.name }),
              "awslogs-region": location.region,
              "awslogs-stream-prefix": streamPrefix,
              ...logs.options,
          }
        : logs?.options;
}

function lacksGroup(logs: LogConfigurationArgs | undefined): boolean {
    return logs?.logDriver === "awslogs" && logs.options?.["awslogs-group"] === undefined;
}
