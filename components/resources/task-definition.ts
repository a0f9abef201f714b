import { TaskDefinition } from "@pulumi/aws/ecs";
import type { LogGroup } from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import {
    planContainerDefinitions,
    renderContainerDefinitions,
    renderValueFrom,
    type ContainerDefinition,
    type ResolvedContainer,
} from "../../core";
import type { ContainerArgs } from "../args";
import { mapValues, type Injection } from "../injections";
import { readCompatibility } from "../launch-type";
import { createChild, type Scope } from "../scope";
import { completeOptions, readLogs } from "./log-group";

/** What a task definition is made of. */
export interface TaskParts {
    readonly definitions: pulumi.Output<ContainerDefinition[]>;
    readonly executionRoleArn: pulumi.Output<string>;
    readonly taskRoleArn: pulumi.Output<string>;
}

/** Creates the task definition; it holds references, and no value of a secret. */
export function createTaskDefinition(scope: Scope, parts: TaskParts): TaskDefinition {
    const { name, args } = scope;
    return createChild(scope, "taskDefinition", TaskDefinition, "task", {
        family: args.family ?? name,
        networkMode: args.networkMode ?? "awsvpc",
        requiresCompatibilities: [readCompatibility(args)],
        cpu: asText(args.cpu),
        memory: asText(args.memory),
        executionRoleArn: parts.executionRoleArn,
        taskRoleArn: parts.taskRoleArn,
        containerDefinitions: parts.definitions.apply(renderContainerDefinitions),
        volumes: args.volumes,
        runtimePlatform: args.runtimePlatform,
        ephemeralStorage: args.ephemeralStorage,
        pidMode: args.pidMode,
        ipcMode: args.ipcMode,
        placementConstraints: args.placementConstraints,
        proxyConfiguration: args.proxyConfiguration,
        tags: args.tags,
    });
}

/** Resolves the containers to their definitions. */
export function resolveContainers(
    scope: Scope,
    injections: readonly Injection[],
    logGroup: LogGroup | undefined,
): pulumi.Output<ContainerDefinition[]> {
    const { containers, networkMode } = scope.args;
    const resolved = mapValues(containers, (container, name) =>
        resolveContainer(
            container,
            injections.filter((one) => one.container === name),
            completeOptions(scope, readLogs(container), name, logGroup),
        ),
    );
    return pulumi
        .all([pulumi.output(resolved), networkMode ?? "awsvpc"])
        .apply(([known, mode]) =>
            planContainerDefinitions(known as Record<string, ResolvedContainer>, mode),
        );
}

function resolveContainer(
    container: ContainerArgs,
    injections: readonly Injection[],
    options: ReturnType<typeof completeOptions>,
) {
    const valuesFrom = (target: Injection["target"]) => {
        const own = injections.filter((one) => one.target === target);
        return own.length === 0
            ? undefined
            : Object.fromEntries(
                  own.map(({ name, reference }) => [name, reference.apply(renderValueFrom)]),
              );
    };
    const { jsonSecrets: _, ...rest } = container;
    const logs = readLogs(container);
    return {
        ...rest,
        secrets: valuesFrom("secrets"),
        repositoryCredentials: valuesFrom("repositoryCredentials")?.repositoryCredentials,
        environmentFiles: container.environmentFiles?.map(({ value }) => ({ value })),
        logConfiguration: logs && {
            logDriver: logs.logDriver,
            options,
            secretOptions: valuesFrom("secretOptions"),
        },
    };
}

/** AWS takes the task's own sizes as text. */
function asText(size: pulumi.Input<number> | undefined): pulumi.Output<string> | undefined {
    return size === undefined ? undefined : pulumi.output(size).apply(String);
}
