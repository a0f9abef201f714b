import { AwsError, text, type Properties } from "../resource-type";
import type { TaskDefinition } from "./container-definitions";
import { isForFargate } from "./fargate";
import { capacityProviders, controllerType, readLaunch } from "./launch";

type List = readonly Properties[];
type Refuse = (message: string) => never;

/**
 * Refuses settings of a service that do not fit one another.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html
 */
export function refuseSettings(operation: string, inputs: Properties): void {
    const refuse = refuser(operation);
    const controller = controllerType(inputs);
    const launch = readLaunch(inputs);
    if (inputs.launchType !== undefined && capacityProviders(inputs).length > 0) {
        refuse(
            "Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.",
        );
    }
    if (!["ECS", "CODE_DEPLOY", "EXTERNAL"].includes(controller)) {
        refuse(`There is no deployment controller ${controller}.`);
    }
    if (controller !== "ECS" && inputs.deploymentCircuitBreaker !== undefined) {
        refuse("A deployment circuit breaker is supported by deployment controller ECS alone.");
    }
    if (!launch.isFargate && text(inputs, "platformVersion") !== "") {
        refuse("The platform version must be null when specifying an EC2 launch type.");
    }
    if (inputs.schedulingStrategy === "DAEMON" && (launch.isFargate || controller !== "ECS")) {
        refuse("The scheduling strategy DAEMON is not supported for this service.");
    }
    const isBalanced = ((inputs.loadBalancers ?? []) as List).length > 0;
    if (inputs.healthCheckGracePeriodSeconds !== undefined && !isBalanced) {
        refuse(
            "Health check grace period is only valid for services configured to use load balancers",
        );
    }
    if (controller === "EXTERNAL" && text(inputs, "taskDefinition") !== "") {
        refuse(
            "A service with deployment controller EXTERNAL takes no task definition: its task sets do.",
        );
    }
    if (controller === "CODE_DEPLOY" && !isBalanced) {
        refuse("A service with deployment controller CODE_DEPLOY must have a load balancer.");
    }
}

/** Refuses a task definition that a service cannot run. */
export function refuseDefinition(
    operation: string,
    inputs: Properties,
    definition: TaskDefinition,
): void {
    const refuse = refuser(operation);
    const { networkMode, requiresCompatibilities: compatibilities } = definition;
    if (networkMode === "awsvpc" && inputs.networkConfiguration === undefined) {
        refuse("Network Configuration must be provided when networkMode 'awsvpc' is specified.");
    }
    if (networkMode !== "awsvpc" && inputs.networkConfiguration !== undefined) {
        refuse(
            `Network Configuration is not valid for the given networkMode of this task definition.`,
        );
    }
    const { launchType, isFargate } = readLaunch(inputs);
    const type = isFargate ? "FARGATE" : launchType;
    const isUnfit =
        compatibilities.length > 0
            ? type !== undefined && type !== "EC2" && !compatibilities.includes(type)
            : isFargate && !isForFargate(definition);
    if (isUnfit) {
        refuse(`Task definition does not support launch_type ${type}.`);
    }
    if (inputs.enableExecuteCommand === true && definition.taskRoleArn === undefined) {
        refuse(
            "The service couldn't be created because a valid taskRoleArn is not being used. Specify a valid task role in your task definition and try again.",
        );
    }
    const registries = [inputs.serviceRegistries ?? []].flat() as unknown as List;
    [...((inputs.loadBalancers ?? []) as List), ...registries].forEach((target) => {
        refuseTarget(refuse, target, definition);
    });
    refuseConnect(refuse, (inputs.serviceConnectConfiguration ?? {}) as Properties, definition);
}

/** A load balancer or a registry that names a container must find it there, with its port. */
function refuseTarget(refuse: Refuse, target: Properties, definition: TaskDefinition): void {
    const { containerName, containerPort } = target;
    if (containerName === undefined) {
        return;
    }
    const container = definition.containerDefinitions.find((one) => one.name === containerName);
    if (!container) {
        return refuse(
            `The container ${String(containerName)} does not exist in the task definition.`,
        );
    }
    const ports = (container.portMappings ?? []) as List;
    if (containerPort !== undefined && !ports.some((one) => one.containerPort === containerPort)) {
        refuse(
            `The container ${String(containerName)} did not have a container port ${String(containerPort)} defined.`,
        );
    }
}

function refuseConnect(refuse: Refuse, connect: Properties, definition: TaskDefinition): void {
    const named = definition.containerDefinitions.flatMap(({ portMappings }) =>
        ((portMappings ?? []) as List).map((mapping) => mapping.name),
    );
    const unknown = ((connect.services ?? []) as List).find(
        ({ portName }) => !named.includes(portName),
    );
    if (connect.enabled === true && unknown) {
        refuse(`The port name ${text(unknown, "portName")} is not in the task definition.`);
    }
}

/** Makes a refusal of an operation's parameters. */
export function refuser(operation: string): Refuse {
    return (message) => {
        throw new AwsError(`ECS: ${operation}`, "InvalidParameterException", message);
    };
}
