import type * as inputs from "@pulumi/aws/types/input";
import type { Input } from "@pulumi/pulumi";
import type { ServiceConnectArgs } from "./service-connect-args";
import type { TaskArgs } from "./task-definition-args";
import type { ServiceTransformArgs } from "./transform-args";

/** The args of a `SecretInjectedService`. */
export interface SecretInjectedServiceArgs extends TaskArgs {
    /** The ARN or name of the cluster that the service runs in. */
    cluster: Input<string>;

    /**
     * The name of the service.
     * @default - a name made of the logical name and random characters
     */
    serviceName?: Input<string>;

    /**
     * The subnets and security groups of the tasks; network mode `awsvpc` needs it.
     * @default - none, which is right for the other network modes
     */
    networkConfiguration?: NetworkConfigurationArgs;

    /**
     * The capacity providers that the tasks run on, in place of a `launchType`.
     * @default - none
     */
    capacityProviderStrategies?: Input<Input<inputs.ecs.ServiceCapacityProviderStrategy>[]>;

    /**
     * The platform version of launch type `FARGATE`; secrets need 1.4.0 or later.
     * @default "LATEST"
     */
    platformVersion?: Input<string>;

    /**
     * How many tasks the service keeps running. With autoscaling, have its changes ignored.
     * @example `transform: { service: (args, opts) => ({ opts: { ...opts, ignoreChanges: ["desiredCount"] } }) }`
     * @default 1; none with `schedulingStrategy` `DAEMON`
     */
    desiredCount?: Input<number>;

    /**
     * Whether the service runs a number of tasks, or one on every container instance.
     * @default "REPLICA"
     */
    schedulingStrategy?: Input<"DAEMON" | "REPLICA">;

    /**
     * What deploys the service. With `CODE_DEPLOY` and `EXTERNAL` a new task definition or value of a
     * secret must be deployed there: this component does not start a deployment.
     * @default "ECS"
     */
    deploymentController?: "CODE_DEPLOY" | "ECS" | "EXTERNAL";

    /**
     * Whether a deployment that cannot reach a steady state is stopped, and rolled back
     * (deployment controller `ECS` alone).
     * @default - enabled, with rollback
     */
    deploymentCircuitBreaker?: DeploymentCircuitBreakerArgs;

    /**
     * CloudWatch alarms that stop a deployment.
     * @default - none
     */
    alarms?: Input<inputs.ecs.ServiceAlarms>;

    /**
     * The most tasks during a deployment, in percent of the desired ones.
     * @default 200
     */
    deploymentMaximumPercent?: Input<number>;

    /**
     * The fewest healthy tasks during a deployment, in percent of the desired ones.
     * @default 100
     */
    deploymentMinimumHealthyPercent?: Input<number>;

    /**
     * The load balancers that send traffic to the tasks.
     * @default - none
     */
    loadBalancers?: Input<Input<inputs.ecs.ServiceLoadBalancer>[]>;

    /**
     * Seconds after a task's start during which load balancers' failed health checks do not count.
     * @default 0
     */
    healthCheckGracePeriodSeconds?: Input<number>;

    /**
     * The service discovery registry of the service.
     * @default - none
     */
    serviceRegistries?: Input<inputs.ecs.ServiceServiceRegistries>;

    /**
     * The Service Connect configuration of the service.
     * @default - none
     */
    serviceConnectConfiguration?: ServiceConnectArgs;

    /**
     * How tasks are placed on container instances.
     * @default - spread over the Availability Zones
     */
    orderedPlacementStrategies?: Input<Input<inputs.ecs.ServiceOrderedPlacementStrategy>[]>;

    /**
     * Volumes that are configured when the service is deployed.
     * @default - none
     */
    volumeConfiguration?: Input<inputs.ecs.ServiceVolumeConfiguration>;

    /**
     * Whether commands can be run in the containers. Whoever may do so sees the injected secrets.
     * @default false
     */
    enableExecuteCommand?: Input<boolean>;

    /**
     * Whether Amazon ECS tags the tasks with cluster and service.
     * @default false
     */
    enableEcsManagedTags?: Input<boolean>;

    /**
     * What the tasks take their tags from.
     * @default - they have none
     */
    propagateTags?: Input<"SERVICE" | "TASK_DEFINITION">;

    /**
     * Whether the service is deployed anew when a secret that changes outside of the program has got a
     * new value: through Amazon EventBridge and AWS Step Functions, without code to maintain.
     * @default false
     */
    redeployOnRotation?: boolean;

    /**
     * Whether the update waits until the service runs the new tasks, and fails if they do not start.
     * @default true, where Amazon ECS deploys the service; false, where no task can start before
     * somebody else has filled in a secret or attached the policy
     */
    waitForSteadyState?: Input<boolean>;

    /**
     * Changes children before they are registered: the way to set what has no arg of its own.
     * @default - none
     */
    transform?: ServiceTransformArgs;
}

/**
 * What a deployment does that cannot reach a steady state.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeploymentCircuitBreaker.html
 */
export interface DeploymentCircuitBreakerArgs {
    /**
     * Whether it is stopped.
     * @default true
     */
    enable?: Input<boolean>;

    /**
     * Whether the last deployment that succeeded is deployed again.
     * @default true
     */
    rollback?: Input<boolean>;
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
