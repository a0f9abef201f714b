import type { Input } from "@pulumi/pulumi";
import type { ContainerArgs } from "./container-args";

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
     * The ARN of the customer managed key that encrypts the secret: `key.arn`, not `key.keyId`.
     * @default - the AWS managed key of the store
     */
    kmsKeyId?: Input<string>;
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
