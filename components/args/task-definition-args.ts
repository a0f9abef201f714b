import type * as inputs from "@pulumi/aws/types/input";
import type { Input } from "@pulumi/pulumi";
import type { ContainerArgs } from "./container-args";
import type { KeyArgs } from "./reference-args";
import type { ExecutionRoleArgs, TaskRoleArgs } from "./role-args";
import type { SecretArgs } from "./secret-args";
import type { TaskDefinitionTransformArgs } from "./transform-args";

/** The args of a `SecretInjectedTaskDefinition`. */
export interface SecretInjectedTaskDefinitionArgs extends TaskArgs {
    /**
     * Changes children before they are registered: the way to set what has no arg of its own.
     * @default - none
     */
    transform?: TaskDefinitionTransformArgs;
}

/** What a task is: its containers, its secrets and its roles. */
export interface TaskArgs {
    /**
     * What the tasks run on.
     * @default "FARGATE"; of a service with capacity providers, what these are
     */
    launchType?: Input<"EC2" | "EXTERNAL" | "FARGATE">;

    /**
     * The network mode of the tasks.
     * @default "awsvpc"
     */
    networkMode?: Input<"awsvpc" | "bridge" | "host" | "none">;

    /**
     * CPU units of the task; 1024 are one vCPU. Launch type `FARGATE` needs it.
     * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html
     * @default - no limit of the task's own
     */
    cpu?: Input<number>;

    /**
     * Memory of the task, in MiB. Launch type `FARGATE` needs it, in a size that goes with `cpu`.
     * @default - no limit of the task's own
     */
    memory?: Input<number>;

    /**
     * The family that revisions of the task definition are registered under.
     * @default - the logical name of the component
     */
    family?: Input<string>;

    /**
     * Secrets that the component owns, by a key that containers refer to them with.
     * @default - none
     */
    secrets?: Record<string, SecretArgs>;

    /** The containers of the task, by name; at least one, at most ten. */
    containers: Record<string, ContainerArgs>;

    /**
     * How the task execution role is made.
     * @default - as said at its properties
     */
    executionRole?: ExecutionRoleArgs;

    /**
     * How the task role is made.
     * @default - a role of its own, without rights
     */
    taskRole?: TaskRoleArgs;

    /**
     * The log group of the containers with log driver `awslogs` that name none.
     * @default - a log group of its own, kept forever, if there is such a container
     */
    logGroup?: LogGroupArgs;

    /**
     * The volumes of the task.
     * @default - none
     */
    volumes?: Input<Input<inputs.ecs.TaskDefinitionVolume>[]>;

    /**
     * The operating system and the processor of the task.
     * @default - Linux on X86_64
     */
    runtimePlatform?: Input<inputs.ecs.TaskDefinitionRuntimePlatform>;

    /**
     * The ephemeral storage of the task (launch type `FARGATE` alone).
     * @default - 20 GiB
     */
    ephemeralStorage?: Input<inputs.ecs.TaskDefinitionEphemeralStorage>;

    /**
     * Whose processes the containers see.
     * @default - their own
     */
    pidMode?: Input<"host" | "task">;

    /**
     * Whose inter-process communication the containers share (not on launch type `FARGATE`).
     * @default - as the container instance has it
     */
    ipcMode?: Input<"host" | "none" | "task">;

    /**
     * Which container instances the task may be placed on (not on launch type `FARGATE`).
     * @default - any
     */
    placementConstraints?: Input<Input<inputs.ecs.TaskDefinitionPlacementConstraint>[]>;

    /**
     * The App Mesh proxy of the task.
     * @default - none
     */
    proxyConfiguration?: Input<inputs.ecs.TaskDefinitionProxyConfiguration>;

    /**
     * Tags of every resource that can carry them.
     * @default - none
     */
    tags?: Input<Record<string, Input<string>>>;
}

/** The log group that the component creates. */
export interface LogGroupArgs {
    /**
     * The name of the log group.
     * @default - a name made of the logical name and random characters
     */
    name?: Input<string>;

    /**
     * Days that log events are kept.
     * @default - forever
     */
    retentionInDays?: Input<number>;

    /**
     * The customer managed key that encrypts the log group, by its ARN, its id, or the ARN or name of
     * its alias; its policy must let CloudWatch Logs use it.
     * Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
     * @default - encryption by CloudWatch Logs itself
     */
    kmsKeyId?: KeyArgs;
}
