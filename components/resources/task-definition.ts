import { TaskDefinition } from "@pulumi/aws/ecs";
import type { LogGroup } from "@pulumi/aws/cloudwatch";
import * as pulumi from "@pulumi/pulumi";
import {
    planContainerDefinitions,
    renderContainerDefinitions,
    renderValueFrom,
    type ContainerDefinition,
    type LogConfiguration,
    type ResolvedContainer,
    type SecretReference,
} from "../../core";
import type { ContainerArgs } from "../args";
import { refer } from "../facts";
import { mapValues, type Injection } from "../injections";
import { resolveOutputs } from "../resolve-outputs";
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
        requiresCompatibilities: [readCompatibility(scope)],
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
        // Who deploys beside Amazon ECS goes back to the revision before, which must still be there.
        skipDestroy: ["CODE_DEPLOY", "EXTERNAL"].includes(args.deploymentController ?? "")
            ? true
            : undefined,
        tags: args.tags,
    });
}

/** Resolves the containers to their definitions. */
export function resolveContainers(
    scope: Scope,
    injections: readonly Injection[],
    logGroup: LogGroup | undefined,
): pulumi.Output<ContainerDefinition[]> {
    const { containers, networkMode = "awsvpc" } = scope.args;
    const prepared = mapValues(containers, (container, name) =>
        prepareContainer(
            container,
            injections.filter((one) => one.container === name),
            completeOptions(scope, readLogs(container), name, logGroup),
        ),
    );
    return resolveOutputs({ prepared, networkMode }).apply((known) => {
        const { prepared: resolved, networkMode: mode } = known as Known;
        return planContainerDefinitions(mapValues(resolved, renderReferences), mode);
    });
}

/** What is injected into a container, whole secrets and the parts that are meant. */
type Prepared<Whole> = Record<string, { readonly whole: Whole; readonly part: Injection["part"] }>;

type KnownContainer = Omit<ResolvedContainer, "logConfiguration" | "secrets"> & {
    readonly secrets?: Prepared<SecretReference>;
    readonly credentials?: Prepared<SecretReference>;
    readonly logConfiguration?: Omit<LogConfiguration, "secretOptions"> & {
        readonly secretOptions?: Prepared<SecretReference>;
    };
};

interface Known {
    readonly prepared: Record<string, KnownContainer>;
    readonly networkMode: string;
}

function prepareContainer(
    container: ContainerArgs,
    injections: readonly Injection[],
    options: ReturnType<typeof completeOptions>,
) {
    const inject = (target: Injection["target"]) => {
        const own = injections.filter((one) => one.target === target);
        const entries = own.map(
            ({ name, secret, part }) => [name, { whole: secret.reference, part }] as const,
        );
        return entries.length === 0 ? undefined : Object.fromEntries(entries);
    };
    const { jsonSecrets: _, repositoryCredentials: __, ...rest } = container;
    const logs = readLogs(container);
    return {
        ...rest,
        secrets: inject("secrets"),
        credentials: inject("repositoryCredentials"),
        environmentFiles: container.environmentFiles?.map(({ value }) => ({ value })),
        logConfiguration: logs && {
            logDriver: logs.logDriver,
            options,
            secretOptions: inject("secretOptions"),
        },
    };
}

function renderReferences(container: KnownContainer): ResolvedContainer {
    const { credentials, secrets, logConfiguration, ...rest } = container;
    const render = (prepared: Prepared<SecretReference>) =>
        mapValues(prepared, ({ whole, part }) => renderValueFrom(refer(whole, part)));
    return {
        ...rest,
        secrets: secrets && render(secrets),
        repositoryCredentials: credentials && render(credentials).repositoryCredentials,
        logConfiguration: logConfiguration && {
            ...logConfiguration,
            secretOptions: logConfiguration.secretOptions && render(logConfiguration.secretOptions),
        },
    } as ResolvedContainer;
}

/** AWS takes the task's own sizes as text. */
function asText(size: pulumi.Input<number> | undefined): pulumi.Output<string> | undefined {
    return size === undefined ? undefined : pulumi.output(size).apply(String);
}
