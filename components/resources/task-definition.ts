import { TaskDefinition } from "@pulumi/aws/ecs";
import type { Role } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import {
    planContainerDefinitions,
    renderContainerDefinitions,
    renderValueFrom,
    type ResolvedContainer,
    type SecretReference,
} from "../../core";
import type { ContainerArgs } from "../args";
import type { Scope } from "../scope";
import { mapValues, type ContainerInjections, type Injections } from "./injections";

/** Creates the task definition; it holds references, and no value of a secret. */
export function createTaskDefinition(
    { parent, name, args, guard }: Scope,
    injections: Injections,
    executionRole: Role,
): TaskDefinition {
    const containers = mapValues(args.containers, (container, containerName) =>
        resolveContainer(container, injections.containers[containerName]),
    );
    return new TaskDefinition(
        `${name}-task`,
        {
            family: args.family ?? name,
            networkMode: args.networkMode ?? "awsvpc",
            requiresCompatibilities: [args.launchType ?? "FARGATE"],
            cpu: asText(args.cpu),
            memory: asText(args.memory),
            executionRoleArn: guard(executionRole.arn),
            containerDefinitions: guard(pulumi.output(containers)).apply((resolved) =>
                renderContainerDefinitions(
                    planContainerDefinitions(resolved as Record<string, ResolvedContainer>),
                ),
            ),
            tags: args.tags,
        },
        { parent },
    );
}

function resolveContainer(container: ContainerArgs, injections: ContainerInjections) {
    const { logConfiguration } = container;
    const valueFrom = (reference: pulumi.Output<SecretReference>) =>
        reference.apply(renderValueFrom);
    return {
        ...container,
        secrets: container.secrets && mapValues(injections.secrets, valueFrom),
        logConfiguration: logConfiguration && {
            ...logConfiguration,
            secretOptions:
                logConfiguration.secretOptions && mapValues(injections.secretOptions, valueFrom),
        },
    };
}

/** AWS takes the task's own sizes as text. */
function asText(size: pulumi.Input<number> | undefined): pulumi.Output<string> | undefined {
    return size === undefined ? undefined : pulumi.output(size).apply(String);
}
