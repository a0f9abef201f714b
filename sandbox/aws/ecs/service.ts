import type { Account } from "../account";
import { hex } from "../ids";
import {
    AwsError,
    text,
    type Properties,
    type ResourceState,
    type ResourceType,
} from "../resource-type";
import { startTask, type Task } from "./agent";
import { requireCluster } from "./cluster";
import { findTaskDefinition } from "./task-definition";

/** A service as the simulated Amazon ECS keeps it. */
export interface Service {
    readonly serviceArn: string;
    readonly serviceName: string;
    readonly clusterArn: string;
    /** The newest first; it is the PRIMARY one. */
    readonly deployments: readonly Deployment[];
}

/** A deployment of a service and the tasks it started. */
export interface Deployment {
    readonly id: string;
    readonly taskDefinition: string;
    readonly tasks: readonly Task[];
}

const services = (account: Account) => account.collection<Service>("ecs-services");

/** All services. */
export const listServices = (account: Account) => services(account).list();

/** The resource type of services. */
export const service: ResourceType = {
    token: "aws:ecs/service:Service",
    autoName: "name",
    defaults: {
        deploymentMaximumPercent: 200,
        deploymentMinimumHealthyPercent: 100,
        schedulingStrategy: "REPLICA",
        waitForSteadyState: false,
    },
    replaceOn: ["cluster", "iamRole", "launchType", "name", "schedulingStrategy"],
    computed: [
        "arn",
        "availabilityZoneRebalancing",
        "deploymentConfiguration",
        "iamRole",
        "launchType",
        "platformVersion",
        "tagsAll",
        "triggers",
    ],
    create(account, inputs) {
        const name = text(inputs, "name");
        const owner = requireCluster(account, "CreateService", text(inputs, "cluster"));
        const created: Service = {
            serviceArn: account.arn("ecs", `service/${owner.name}/${name}`),
            serviceName: name,
            clusterArn: owner.arn,
            deployments: [deploy(account, "CreateService", inputs, owner.name)],
        };
        if (!services(account).create(`${owner.name}/${name}`, created)) {
            const message = "Creation of service was not idempotent.";
            throw new AwsError("ECS: CreateService", "InvalidParameterException", message);
        }
        return describeService(created, inputs);
    },
    read(account, id, outputs) {
        return findService(account, id) && outputs;
    },
    update(account, id, inputs, olds) {
        const found = findService(account, id);
        if (!found) {
            throw new AwsError(
                "ECS: UpdateService",
                "ServiceNotFoundException",
                "Service not found.",
            );
        }
        const owner = requireCluster(account, "UpdateService", text(inputs, "cluster"));
        const redeploys =
            inputs.forceNewDeployment === true || inputs.taskDefinition !== olds.taskDefinition;
        const [primary, ...older] = found.deployments;
        const deployments = redeploys
            ? [deploy(account, "UpdateService", inputs, owner.name), primary, ...older]
            : [scale(account, primary, inputs, owner.name), ...older];
        const updated = { ...found, deployments };
        services(account).put(`${owner.name}/${found.serviceName}`, updated);
        return describeService(updated, inputs);
    },
    delete(account, id) {
        const [clusterName, name] = id.split("/").slice(1);
        services(account).delete(`${clusterName}/${name}`);
    },
};

function findService(account: Account, arn: string): Service | undefined {
    return listServices(account).find((one) => one.serviceArn === arn);
}

function deploy(
    account: Account,
    operation: string,
    inputs: Properties,
    clusterName: string,
): Deployment {
    const definition = findTaskDefinition(account, text(inputs, "taskDefinition"));
    if (!definition || definition.status === "INACTIVE") {
        const message = "TaskDefinition is inactive or not found.";
        throw new AwsError(`ECS: ${operation}`, "ClientException", message);
    }
    if (definition.networkMode === "awsvpc" && inputs.networkConfiguration === undefined) {
        const message =
            "Network Configuration must be provided when networkMode 'awsvpc' is specified.";
        throw new AwsError(`ECS: ${operation}`, "InvalidParameterException", message);
    }
    return {
        id: `ecs-svc/${BigInt(`0x${hex(16)}`)
            .toString()
            .padStart(20, "0")
            .slice(0, 19)}`,
        taskDefinition: definition.taskDefinitionArn,
        tasks: Array.from({ length: desiredCount(inputs) }, () =>
            startTask(account, definition, clusterName),
        ),
    };
}

/** Amazon ECS keeps trying: a task that could not start is started again, as one that is lacking. */
function scale(
    account: Account,
    deployment: Deployment,
    inputs: Properties,
    clusterName: string,
): Deployment {
    const definition = findTaskDefinition(account, deployment.taskDefinition);
    const running = deployment.tasks.filter((task) => task.lastStatus === "RUNNING");
    const tasks = Array.from(
        { length: desiredCount(inputs) },
        (_, index) => running[index] ?? (definition && startTask(account, definition, clusterName)),
    );
    return { ...deployment, tasks: tasks.filter((task) => task !== undefined) };
}

function desiredCount({ desiredCount: count }: Properties): number {
    return typeof count === "number" ? count : 0;
}

function describeService(found: Service, inputs: Properties): ResourceState {
    const failed = found.deployments[0].tasks.flatMap((task) => task.stoppedReason ?? []);
    const outputs = {
        availabilityZoneRebalancing: "DISABLED",
        deploymentConfiguration: { bakeTimeInMinutes: "0", strategy: "ROLLING" },
        iamRole: "",
        launchType: "EC2",
        platformVersion: inputs.launchType === "FARGATE" ? "LATEST" : "",
        triggers: {},
        ...inputs,
        arn: found.serviceArn,
    };
    const state = { id: found.serviceArn, outputs };
    return inputs.waitForSteadyState === true && failed.length > 0
        ? {
              ...state,
              failures: [
                  `simulated AWS: waiting for ECS Service (${found.serviceArn}) to be stable: tasks failed to start: ${failed[0]}`,
              ],
          }
        : state;
}
