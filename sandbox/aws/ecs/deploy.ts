import type { Account } from "../account";
import { hex } from "../ids";
import { AwsError, text, type Properties } from "../resource-type";
import { startTask, type ServiceConnect } from "./agent";
import type { TaskDefinition } from "./container-definitions";
import { controllerType } from "./launch";
import { refuseDefinition, refuseSettings } from "./refuse-service";
import type { Deployment } from "./services";
import { findTaskDefinition } from "./task-definition";

/** Starts the tasks of a service anew; none where another controller starts them. */
export function deploy(
    account: Account,
    operation: string,
    settings: Properties,
    clusterName: string,
): Deployment[] {
    refuseSettings(operation, settings);
    if (controllerType(settings) === "EXTERNAL") {
        return [];
    }
    const definition = findTaskDefinition(account, text(settings, "taskDefinition"));
    if (!definition || definition.status === "INACTIVE") {
        const message = "TaskDefinition is inactive or not found.";
        throw new AwsError(`ECS: ${operation}`, "ClientException", message);
    }
    refuseDefinition(operation, settings, definition);
    return [start(account, settings, definition, clusterName)];
}

/**
 * Deploys anew beside the older deployments. A circuit breaker that rolls back deploys the older
 * task definition once more, where the tasks of the new one do not start.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html
 */
export function redeploy(
    account: Account,
    settings: Properties,
    clusterName: string,
    older: readonly Deployment[],
): Deployment[] {
    const deployed = deploy(account, "UpdateService", settings, clusterName);
    const { rollback } = breaker(settings);
    const last = older.find(({ rolloutState }) => rolloutState === "COMPLETED");
    const definition = last && findTaskDefinition(account, last.taskDefinition);
    const isRolledBack = rollback && deployed[0]?.rolloutState === "FAILED";
    return isRolledBack && definition
        ? [start(account, settings, definition, clusterName), ...deployed, ...older]
        : [...deployed, ...older];
}

/** Amazon ECS keeps trying: a task that could not start is started again, as one that is lacking. */
export function scale(
    account: Account,
    settings: Properties,
    clusterName: string,
    [primary, ...older]: readonly Deployment[],
): Deployment[] {
    const definition = primary && findTaskDefinition(account, primary.taskDefinition);
    if (!definition) {
        return primary ? [primary, ...older] : [];
    }
    const running = primary.tasks.filter((task) => task.lastStatus === "RUNNING");
    const scaled = start(account, settings, definition, clusterName, running);
    return [{ ...scaled, id: primary.id }, ...older];
}

function start(
    account: Account,
    settings: Properties,
    definition: TaskDefinition,
    clusterName: string,
    running: Deployment["tasks"] = [],
): Deployment {
    const tasks = Array.from(
        { length: desiredCount(settings) },
        (_, index) =>
            running[index] ?? startTask(account, definition, clusterName, serviceConnect(settings)),
    );
    const isFailed = tasks.some(({ lastStatus }) => lastStatus === "STOPPED");
    return {
        id: deploymentId(),
        taskDefinition: definition.taskDefinitionArn,
        rolloutState: isFailed
            ? breaker(settings).enable
                ? "FAILED"
                : "IN_PROGRESS"
            : "COMPLETED",
        tasks,
    };
}

function deploymentId(): string {
    const digits = BigInt(`0x${hex(16)}`).toString();
    return `ecs-svc/${digits.padStart(20, "0").slice(0, 19)}`;
}

function breaker({ deploymentCircuitBreaker }: Properties) {
    const { enable, rollback } = (deploymentCircuitBreaker ?? {}) as Properties;
    return { enable: enable === true, rollback: enable === true && rollback === true };
}

function serviceConnect({ serviceConnectConfiguration }: Properties): ServiceConnect {
    const connect = (serviceConnectConfiguration ?? {}) as ServiceConnect & Properties;
    return connect.enabled === true ? connect : {};
}

/** A daemon runs once on each instance; the simulated clusters have one. */
function desiredCount({ desiredCount: count, schedulingStrategy }: Properties): number {
    if (schedulingStrategy === "DAEMON") {
        return 1;
    }
    return typeof count === "number" ? count : 0;
}
