import type { Input } from "@pulumi/pulumi";

/**
 * A port that a container listens on.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html
 */
export interface PortMappingArgs {
    /**
     * The port in the container; in its place, `containerPortRange`.
     * @default - none
     */
    containerPort?: Input<number>;

    /**
     * A range of ports in the container, for example `8000-8010`.
     * @default - none
     */
    containerPortRange?: Input<string>;

    /**
     * The port on the host.
     * @default - the container's port in network mode `awsvpc`, else one that Docker chooses
     */
    hostPort?: Input<number>;

    /**
     * The transport protocol of the port.
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
    /** The condition that it must have reached. */
    condition: Input<"COMPLETE" | "HEALTHY" | "START" | "SUCCESS">;
}

/**
 * Whether a container alone is started again when it exits.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerRestartPolicy.html
 */
export interface RestartPolicyArgs {
    /** Whether it is. */
    enabled: Input<boolean>;

    /**
     * Exit codes that do not count.
     * @default - none
     */
    ignoredExitCodes?: Input<Input<number>[]>;

    /**
     * Seconds that the container must have run.
     * @default 300
     */
    restartAttemptPeriod?: Input<number>;
}

/**
 * What makes a container a log router.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_FirelensConfiguration.html
 */
export interface FirelensConfigurationArgs {
    /** The program that routes the logs. */
    type: Input<"fluentbit" | "fluentd">;

    /**
     * Plaintext options of the router. A name or value that reads as a secret is refused.
     * @default - none
     */
    options?: Record<string, Input<string>>;
}
