import type { Properties } from "../../../../sandbox/aws/resource-type";
import type { TestAccount } from "../../../support/simulated-aws";
import type { Row } from "./row";

const networkConfiguration = { subnets: ["subnet-0"] };
const targetGroupArn = "arn:aws:elasticloadbalancing:us-east-1:123456789012:targetgroup/web/0";
const balanced = (containerName: string, containerPort: number) => ({
    loadBalancers: [{ targetGroupArn, containerName, containerPort }],
});
const controlled = (type: string) => ({ deploymentController: { type } });
const spot = { capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }] };
const fargate = { requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" };

const rows: [string, Properties, string, Properties?][] = [
    [
        "a launch type beside capacity providers",
        { ...spot, launchType: "FARGATE" },
        "Specifying both a launch type and capacity provider strategy is not supported\\.",
    ],
    [
        "an unknown deployment controller",
        controlled("OTHER"),
        "There is no deployment controller OTHER",
    ],
    [
        "a circuit breaker where AWS CodeDeploy deploys",
        {
            ...controlled("CODE_DEPLOY"),
            ...balanced("web", 80),
            deploymentCircuitBreaker: { enable: true, rollback: true },
        },
        "A deployment circuit breaker is supported by deployment controller ECS alone",
    ],
    [
        "AWS CodeDeploy without a load balancer",
        controlled("CODE_DEPLOY"),
        "A service with deployment controller CODE_DEPLOY must have a load balancer",
    ],
    [
        "a task definition where task sets have theirs",
        controlled("EXTERNAL"),
        "A service with deployment controller EXTERNAL takes no task definition",
    ],
    [
        "a platform version on an instance",
        { platformVersion: "1.4.0" },
        "The platform version must be null when specifying an EC2 launch type",
    ],
    [
        "a daemon on AWS Fargate",
        { launchType: "FARGATE", schedulingStrategy: "DAEMON" },
        "The scheduling strategy DAEMON is not supported for this service",
    ],
    [
        "a grace period without a load balancer",
        { healthCheckGracePeriodSeconds: 30 },
        "Health check grace period is only valid for services configured to use load balancers",
    ],
    [
        "a load balancer of a container that is not there",
        balanced("other", 80),
        "The container other does not exist in the task definition",
    ],
    [
        "a load balancer of a port that is not there",
        balanced("web", 81),
        "The container web did not have a container port 81 defined",
    ],
    [
        "a registry of a port that is not there",
        { serviceRegistries: { registryArn: "arn", containerName: "web", containerPort: 81 } },
        "The container web did not have a container port 81 defined",
    ],
    [
        "Service Connect of a port that is not there",
        { serviceConnectConfiguration: { enabled: true, services: [{ portName: "grpc" }] } },
        "The port name grpc is not in the task definition",
    ],
    [
        "commands in a container without a task role",
        { enableExecuteCommand: true },
        "The service couldn't be created because a valid taskRoleArn is not being used",
    ],
    [
        "AWS Fargate for a task definition of instances",
        { launchType: "FARGATE" },
        "Task definition does not support launch_type FARGATE",
    ],
    [
        "capacity of AWS Fargate for a task definition of instances",
        spot,
        "Task definition does not support launch_type FARGATE",
    ],
    [
        "external instances for a task definition of AWS Fargate",
        { launchType: "EXTERNAL", networkConfiguration },
        "Task definition does not support launch_type EXTERNAL",
        { ...fargate, networkMode: "awsvpc" },
    ],
    [
        "a network where the task definition has none",
        { networkConfiguration },
        "Network Configuration is not valid for the given networkMode",
    ],
    [
        "no network where the task definition needs one",
        {},
        "Network Configuration must be provided when networkMode 'awsvpc' is specified",
        { networkMode: "awsvpc" },
    ],
];

/** What Amazon ECS refuses to run as a service. */
export const services: Row[] = rows.map(([title, inputs, message, definition]) => ({
    title,
    type: "service",
    inputs: (account) => ({ ...serviceOf(account, definition), ...inputs }),
    message: RegExp(`operation error ECS: CreateService, InvalidParameterException: ${message}`),
}));

function serviceOf(account: TestAccount, definition: Properties = {}): Properties {
    const portMappings = [{ containerPort: 80, name: "http" }];
    const container = { name: "web", image: "httpd", memory: 128, portMappings };
    const containerDefinitions = JSON.stringify([container]);
    const inputs = { family: "web", containerDefinitions, ...definition };
    return {
        cluster: account.output("cluster", {}, "arn"),
        taskDefinition: account.output("task", inputs, "arn"),
    };
}
