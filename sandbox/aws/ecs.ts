import type { Account } from "./account";
import { startTask, type Task } from "./ecs-agent";
import { findRole } from "./iam";
import { hex } from "./ids";
import {
    AwsError,
    text,
    type Properties,
    type ResourceState,
    type ResourceType,
} from "./resource-type";
import { fillDefaults, readContainerDefinitions, type TaskDefinition } from "./task-definition";
import { parseContainerDefinitions, renderContainerDefinitions } from "../../core";

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

interface Cluster {
    readonly name: string;
    readonly arn: string;
}

const clusters = (account: Account) => account.collection<Cluster>("ecs-clusters");
const families = (account: Account) => account.collection<TaskDefinition>("ecs-task-definitions");
const services = (account: Account) => account.collection<Service>("ecs-services");

/** All task definitions that were registered, by family and revision. */
export const listTaskDefinitions = (account: Account) => families(account).list();

/** All services. */
export const listServices = (account: Account) => services(account).list();

const cluster: ResourceType = {
    token: "aws:ecs/cluster:Cluster",
    autoName: "name",
    replaceOn: ["name"],
    computed: ["arn", "tagsAll"],
    create(account, inputs) {
        const name = text(inputs, "name");
        const arn = account.arn("ecs", `cluster/${name}`);
        clusters(account).put(name, { name, arn });
        return { id: arn, outputs: { ...inputs, arn, tagsAll: {} } };
    },
    read(account, _id, outputs) {
        return clusters(account).get(text(outputs, "name")) && outputs;
    },
    update(_account, id, inputs, olds) {
        return { id, outputs: { ...olds, ...inputs } };
    },
    delete(account, _id, outputs) {
        clusters(account).delete(text(outputs, "name"));
    },
};

const taskDefinition: ResourceType = {
    token: "aws:ecs/taskDefinition:TaskDefinition",
    defaults: { skipDestroy: false, trackLatest: false },
    required: ["containerDefinitions", "family"],
    replaceOn: [
        "containerDefinitions",
        "cpu",
        "executionRoleArn",
        "family",
        "memory",
        "networkMode",
        "requiresCompatibilities",
        "taskRoleArn",
    ],
    canonical: { containerDefinitions: canonicalDefinitions },
    computed: ["arn", "arnWithoutRevision", "enableFaultInjection", "revision", "tagsAll"],
    create(account, inputs) {
        const containerDefinitions = readContainerDefinitions(
            inputs,
            (arn) => findRole(account, arn) !== undefined,
        );
        const family = text(inputs, "family");
        const registered = registerRevision(account, family, (revision) => ({
            taskDefinitionArn: account.arn("ecs", `task-definition/${family}:${revision}`),
            family,
            revision,
            status: "ACTIVE",
            networkMode: text(inputs, "networkMode") || "bridge",
            requiresCompatibilities: (inputs.requiresCompatibilities as string[]) ?? [],
            ...pickText(inputs, "executionRoleArn"),
            ...pickText(inputs, "taskRoleArn"),
            ...pickText(inputs, "cpu"),
            ...pickText(inputs, "memory"),
            containerDefinitions,
        }));
        const arn = registered.taskDefinitionArn;
        return {
            id: family,
            outputs: {
                ...inputs,
                arn,
                arnWithoutRevision: arn.slice(0, arn.lastIndexOf(":")),
                enableFaultInjection: false,
                revision: registered.revision,
                tagsAll: {},
            },
        };
    },
    read(account, _id, outputs) {
        const found = findTaskDefinition(account, text(outputs, "arn"));
        return found?.status === "ACTIVE" ? outputs : undefined;
    },
    delete(account, _id, outputs) {
        const found = findTaskDefinition(account, text(outputs, "arn"));
        if (found) {
            families(account).put(revisionKey(found), { ...found, status: "INACTIVE" });
        }
    },
};

const service: ResourceType = {
    token: "aws:ecs/service:Service",
    autoName: "name",
    defaults: { waitForSteadyState: false },
    replaceOn: ["cluster", "launchType", "name"],
    computed: ["arn", "iamRole", "platformVersion", "tagsAll", "triggers"],
    create(account, inputs) {
        const name = text(inputs, "name");
        const owner = requireCluster(account, text(inputs, "cluster"));
        const created: Service = {
            serviceArn: account.arn("ecs", `service/${owner.name}/${name}`),
            serviceName: name,
            clusterArn: owner.arn,
            deployments: [deploy(account, inputs, owner.name)],
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
        const owner = requireCluster(account, text(inputs, "cluster"));
        const redeploys =
            inputs.forceNewDeployment === true || inputs.taskDefinition !== olds.taskDefinition;
        const updated = redeploys
            ? { ...found, deployments: [deploy(account, inputs, owner.name), ...found.deployments] }
            : found;
        services(account).put(`${owner.name}/${found.serviceName}`, updated);
        return describeService(updated, inputs);
    },
    delete(account, id) {
        const [clusterName, name] = id.split("/").slice(1);
        services(account).delete(`${clusterName}/${name}`);
    },
};

/** The resource types of Amazon Elastic Container Service. */
export const ecsTypes = [cluster, taskDefinition, service];

/** The order of variables and AWS's own defaults make no difference, as in the real provider. */
function canonicalDefinitions(json: string): unknown {
    const { definitions, findings } = parseContainerDefinitions(json);
    return findings.length > 0 ? json : renderContainerDefinitions(definitions.map(fillDefaults));
}

function registerRevision(
    account: Account,
    family: string,
    describe: (revision: number) => TaskDefinition,
): TaskDefinition {
    const revisions = listTaskDefinitions(account).filter((one) => one.family === family);
    for (let revision = revisions.length + 1; ; revision++) {
        const registered = describe(revision);
        if (families(account).create(revisionKey(registered), registered)) {
            return registered;
        }
    }
}

function revisionKey({ family, revision }: TaskDefinition): string {
    return `${family}:${revision}`;
}

function findTaskDefinition(account: Account, arnOrFamily: string): TaskDefinition | undefined {
    return listTaskDefinitions(account).find((one) => one.taskDefinitionArn === arnOrFamily);
}

function findService(account: Account, arn: string): Service | undefined {
    return listServices(account).find((one) => one.serviceArn === arn);
}

function requireCluster(account: Account, arnOrName: string): Cluster {
    const name = arnOrName.split("/").at(-1) ?? "";
    const found = clusters(account).get(name);
    if (!found) {
        throw new AwsError("ECS: CreateService", "ClusterNotFoundException", "Cluster not found.");
    }
    return found;
}

function deploy(account: Account, inputs: Properties, clusterName: string): Deployment {
    const definition = findTaskDefinition(account, text(inputs, "taskDefinition"));
    if (!definition || definition.status === "INACTIVE") {
        const message = "TaskDefinition is inactive or not found.";
        throw new AwsError("ECS: CreateService", "ClientException", message);
    }
    if (definition.networkMode === "awsvpc" && inputs.networkConfiguration === undefined) {
        const message =
            "Network Configuration must be provided when networkMode 'awsvpc' is specified.";
        throw new AwsError("ECS: CreateService", "InvalidParameterException", message);
    }
    const count = typeof inputs.desiredCount === "number" ? inputs.desiredCount : 0;
    return {
        id: `ecs-svc/${BigInt(`0x${hex(16)}`)
            .toString()
            .padStart(20, "0")
            .slice(0, 19)}`,
        taskDefinition: definition.taskDefinitionArn,
        tasks: Array.from({ length: count }, () => startTask(account, definition, clusterName)),
    };
}

function describeService(found: Service, inputs: Properties): ResourceState {
    const failed = found.deployments[0].tasks.flatMap((task) => task.stoppedReason ?? []);
    const outputs = {
        triggers: {},
        ...inputs,
        arn: found.serviceArn,
        iamRole: "",
        platformVersion: "",
        tagsAll: {},
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

function pickText<Name extends string>(inputs: Properties, name: Name) {
    const value = text(inputs, name);
    return (value === "" ? {} : { [name]: value }) as { readonly [key in Name]?: string };
}
