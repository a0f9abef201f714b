import type { Input } from "@pulumi/pulumi";
import type {
    ContainerDependencyArgs,
    FirelensConfigurationArgs,
    HealthCheckArgs,
    PortMappingArgs,
    RestartPolicyArgs,
} from "./container-parts";
import type { DockerArgs } from "./docker-args";
import type { LogConfigurationArgs } from "./log-args";
import type { JsonSecretArgs, KeyArgs, SecretReferenceArgs } from "./reference-args";

/**
 * A container of the task.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export interface ContainerArgs extends DockerArgs {
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
     * JSON secrets, each of which is injected as many variables.
     * @default - none
     */
    jsonSecrets?: JsonSecretArgs[];

    /**
     * Files in Amazon S3 with plaintext variables; their names end in `.env`.
     * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html
     * @default - none
     */
    environmentFiles?: EnvironmentFileArgs[];

    /**
     * The secret with user name and password of a private registry, as JSON with the keys `username`
     * and `password`.
     * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html
     * @default - none, which is right for public images and for Amazon ECR
     */
    repositoryCredentials?: SecretReferenceArgs;

    /**
     * Where the container's logs go.
     * @default - the Docker daemon's default; of a FireLens router, `awslogs`
     */
    logConfiguration?: LogConfigurationArgs;

    /**
     * Seconds until a dependency that has not reached its condition is given up.
     * @default - Amazon ECS's own
     */
    startTimeout?: Input<number>;

    /**
     * Whether the container alone is started again when it exits.
     * @default - it is not
     */
    restartPolicy?: Input<RestartPolicyArgs>;

    /**
     * Makes the container the log router of the task: the others log to it by driver `awsfirelens`.
     * @default - it is none
     */
    firelensConfiguration?: FirelensConfigurationArgs;
}

/**
 * A file with plaintext variables.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EnvironmentFile.html
 */
export interface EnvironmentFileArgs {
    /** The ARN of the object in Amazon S3. */
    value: Input<string>;

    /**
     * The customer managed key that encrypts the object (SSE-KMS), by its ARN, its id, or the ARN or
     * name of its alias.
     * @default - none: it is encrypted by Amazon S3 itself
     */
    kmsKeyId?: KeyArgs;
}
