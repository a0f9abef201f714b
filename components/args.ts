import type { Input } from "@pulumi/pulumi";

/** The args of a `SecretInjectedService`. */
export interface SecretInjectedServiceArgs {
    /** The ARN or name of the cluster that the service runs in. */
    cluster: Input<string>;

    /**
     * What the tasks run on.
     * @default "FARGATE"
     */
    launchType?: Input<"EC2" | "EXTERNAL" | "FARGATE">;

    /**
     * The network mode of the tasks.
     * @default "awsvpc"
     */
    networkMode?: Input<"awsvpc" | "bridge" | "host" | "none">;

    /**
     * The subnets and security groups of the tasks; network mode `awsvpc` needs it.
     * @default - none, which is right for the other network modes
     */
    networkConfiguration?: NetworkConfigurationArgs;

    /**
     * CPU units of the task; 1024 are one vCPU. Launch type `FARGATE` needs it.
     * @default - no limit of the task's own
     */
    cpu?: Input<number>;

    /**
     * Memory of the task, in MiB. Launch type `FARGATE` needs it.
     * @default - no limit of the task's own
     */
    memory?: Input<number>;

    /**
     * How many tasks the service keeps running.
     * @default 1
     */
    desiredCount?: Input<number>;

    /**
     * The family that revisions of the task definition are registered under.
     * @default - the logical name of the component
     */
    family?: Input<string>;

    /**
     * Secrets that the service owns, by a key that containers refer to them with.
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
     * Whether the update waits until the service runs the new tasks, and fails if they do not start.
     * @default true
     */
    waitForSteadyState?: Input<boolean>;

    /**
     * Tags of every resource that can carry them.
     * @default - none
     */
    tags?: Input<Record<string, Input<string>>>;
}

/**
 * Where tasks of network mode `awsvpc` get their network interfaces.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html
 */
export interface NetworkConfigurationArgs {
    /** The ids of the subnets. */
    subnets: Input<Input<string>[]>;

    /**
     * The ids of the security groups.
     * @default - the default security group of the VPC
     */
    securityGroups?: Input<Input<string>[]>;

    /**
     * Whether the tasks get a public IP address (launch type `FARGATE` alone).
     * @default false
     */
    assignPublicIp?: Input<boolean>;
}

/** A secret that is created with the service. */
export interface SecretArgs {
    /**
     * Where the secret is kept: AWS Secrets Manager, or SSM Parameter Store (as SecureString).
     * @default "secretsmanager"
     */
    store?: "secretsmanager" | "ssm";

    /**
     * The name of the secret or parameter.
     * @default - a name made of the logical name and random characters
     */
    name?: Input<string>;

    /**
     * What the secret is for; shown in the console.
     * @default - none
     */
    description?: Input<string>;

    /** The value, for example `config.requireSecret("databasePassword")`. It is kept as a secret. */
    value: Input<string>;

    /**
     * The ARN of the customer managed key that encrypts the secret.
     * @default - the AWS managed key of the store
     */
    kmsKeyId?: Input<string>;
}

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
 * What a variable is injected from: a `valueFrom` exactly as Amazon ECS takes it (a complete ARN,
 * with `:json-key:version-stage:version-id` if need be, an SSM parameter ARN or name), or one of
 * the service's own secrets.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 */
export type SecretReferenceArgs = Input<string> | OwnSecretReferenceArgs;

/** One of the service's own secrets, or a part of it. */
export interface OwnSecretReferenceArgs {
    /** The key of the secret in the service's `secrets`. */
    secret: string;

    /**
     * The top-level key of a JSON value (Secrets Manager alone).
     * @default - the whole value
     */
    jsonKey?: string;

    /**
     * The staging label of the version (Secrets Manager alone).
     * @default "AWSCURRENT"
     */
    versionStage?: string;

    /**
     * The id of the version, in place of a staging label (Secrets Manager alone).
     * @default - the version that the staging label names
     */
    versionId?: string;
}

/**
 * How a container logs.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
export interface LogConfigurationArgs {
    /** The log driver, for example `awslogs` or `splunk`. */
    logDriver: Input<string>;

    /**
     * Plaintext options of the driver. A name or value that reads as a secret is refused.
     * @default - none
     */
    options?: Record<string, Input<string>>;

    /**
     * Options of the driver that are injected from a secret, for example `splunk-token`.
     * @default - none
     */
    secretOptions?: Record<string, SecretReferenceArgs>;
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

/** How the task execution role is made. */
export interface ExecutionRoleArgs {
    /**
     * Whether the managed policy `AmazonECSTaskExecutionRolePolicy` is attached, which images in
     * Amazon ECR and logs in CloudWatch Logs need.
     * Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AmazonECSTaskExecutionRolePolicy.html
     * @default true
     */
    attachTaskExecutionPolicy?: boolean;
}
