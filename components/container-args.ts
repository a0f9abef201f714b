import type { Input } from "@pulumi/pulumi";
import type { LogConfigurationArgs, SecretReferenceArgs } from "./reference-args";

/**
 * A container of the task.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export interface ContainerArgs {
    /** The image, as `docker pull` takes it. */
    image: Input<string>;

    /**
     * CPU units reserved for the container.
     * @default - none
     */
    cpu?: Input<number>;

    /**
     * The memory, in MiB, that the container may not exceed.
     * @default - none; the task's memory limits it
     */
    memory?: Input<number>;

    /**
     * The memory, in MiB, that is reserved for the container.
     * @default - none
     */
    memoryReservation?: Input<number>;

    /**
     * Whether the task stops when the container stops.
     * @default true
     */
    essential?: Input<boolean>;

    /**
     * The command, in place of the image's.
     * @default - the image's
     */
    command?: Input<Input<string>[]>;

    /**
     * The entry point, in place of the image's.
     * @default - the image's
     */
    entryPoint?: Input<Input<string>[]>;

    /**
     * The working directory, in place of the image's.
     * @default - the image's
     */
    workingDirectory?: Input<string>;

    /**
     * The user that the container runs as.
     * @default - the image's
     */
    user?: Input<string>;

    /**
     * Whether the root file system is read-only.
     * @default false
     */
    readonlyRootFilesystem?: Input<boolean>;

    /**
     * The command that tells whether the container is healthy.
     * @default - the image's
     */
    healthCheck?: Input<HealthCheckArgs>;

    /**
     * Containers that must have reached a condition first.
     * @default - none
     */
    dependsOn?: Input<Input<ContainerDependencyArgs>[]>;

    /**
     * Seconds until a container that does not stop by itself is killed.
     * @default - Amazon ECS's own, 30 seconds
     */
    stopTimeout?: Input<number>;

    /**
     * The ports that the container listens on.
     * @default - none
     */
    portMappings?: Input<Input<PortMappingArgs>[]>;

    /**
     * Plaintext environment variables. A name or value that reads as a secret is refused.
     * @default - none
     */
    environment?: Record<string, Input<string>>;

    /**
     * Environment variables that Amazon ECS injects from a secret when the container starts.
     * @default - none
     */
    secrets?: Record<string, SecretReferenceArgs>;

    /**
     * Where the container's logs go.
     * @default - the Docker daemon's default
     */
    logConfiguration?: LogConfigurationArgs;
}

/**
 * A port that a container listens on.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export interface PortMappingArgs {
    /** The port in the container. */
    containerPort: Input<number>;

    /**
     * The port on the host.
     * @default - the container's port in network mode `awsvpc`, else one that Docker chooses
     */
    hostPort?: Input<number>;

    /**
     * The protocol.
     * @default "tcp"
     */
    protocol?: Input<"tcp" | "udp">;

    /**
     * The name that Service Connect knows the port by.
     * @default - none
     */
    name?: Input<string>;

    /**
     * The application protocol that Service Connect speaks.
     * @default - plain TCP
     */
    appProtocol?: Input<"grpc" | "http" | "http2">;
}

/**
 * A container health check.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
 */
export interface HealthCheckArgs {
    /** The command, beginning with `CMD` or `CMD-SHELL`. */
    command: Input<Input<string>[]>;

    /**
     * Seconds between two checks.
     * @default 30
     */
    interval?: Input<number>;

    /**
     * Seconds until a check has failed.
     * @default 5
     */
    timeout?: Input<number>;

    /**
     * Failed checks until the container is unhealthy.
     * @default 3
     */
    retries?: Input<number>;

    /**
     * Seconds during which failed checks do not count.
     * @default - none
     */
    startPeriod?: Input<number>;
}

/**
 * A container that must have reached a condition before another starts.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
 */
export interface ContainerDependencyArgs {
    /** The name of the container to wait for. */
    containerName: Input<string>;
    /** The condition. */
    condition: Input<"COMPLETE" | "HEALTHY" | "START" | "SUCCESS">;
}
