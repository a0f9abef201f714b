import { evaluateTrust, listInjections, type LogConfiguration } from "../../../core";
import type { Account } from "../account";
import { assumedRoleArn, findRole, serviceContext } from "../iam";
import { hex } from "../ids";
import type { Agent } from "./agent-access";
import { listEnvironmentFiles, readEnvironmentFile } from "./agent-files";
import { openLogStream } from "./agent-logs";
import { readRegistryCredentials, readSecret } from "./agent-secrets";
import { registryCredentials, type TaskDefinition } from "./container-definitions";
import { secretError, TaskStartError, type ReadVersion, type Task } from "./task";

/** The container that Amazon ECS adds to the tasks of a service with Service Connect. */
const SERVICE_CONNECT = "ecs-service-connect";

/** What a service adds to its tasks. */
export interface ServiceConnect {
    readonly logConfiguration?: LogConfiguration;
}

/** A name in a container and what it was given. */
interface Given {
    readonly container: string;
    readonly name: string;
    readonly version: ReadVersion;
}

/**
 * Starts a task as the ECS agent does: every secret is read with the execution role's rights, and
 * the first that cannot be read stops the task.
 */
export function startTask(
    account: Account,
    definition: TaskDefinition,
    cluster: string,
    serviceConnect: ServiceConnect = {},
): Task {
    const taskId = hex(32);
    const task = {
        taskArn: account.arn("ecs", `task/${cluster}/${taskId}`),
        taskDefinitionArn: definition.taskDefinitionArn,
    };
    try {
        const given = prepare(account, definition, taskId, serviceConnect);
        const containers = definition.containerDefinitions.map(({ name }) => name);
        const all = given.some(({ container }) => container === SERVICE_CONNECT)
            ? [...containers, SERVICE_CONNECT]
            : containers;
        const of = (name: string) => given.filter(({ container }) => container === name);
        return {
            ...task,
            lastStatus: "RUNNING",
            injected: Object.fromEntries(all.map((one) => [one, of(one).map(({ name }) => name)])),
            versions: Object.fromEntries(
                all.map((one) => [
                    one,
                    Object.fromEntries(of(one).map(({ name, version }) => [name, version])),
                ]),
            ),
        };
    } catch (error) {
        if (!(error instanceof TaskStartError)) {
            throw error;
        }
        const stopped = { stopCode: "TaskFailedToStart", stoppedReason: error.message } as const;
        return { ...task, lastStatus: "STOPPED", ...stopped, injected: {}, versions: {} };
    }
}

/** All that must be there before the first container starts. */
function prepare(
    account: Account,
    { containerDefinitions, executionRoleArn }: TaskDefinition,
    taskId: string,
    { logConfiguration }: ServiceConnect,
): Given[] {
    const proxy = {
        name: SERVICE_CONNECT,
        image: "",
        ...(logConfiguration && { logConfiguration }),
    };
    const containers = [...containerDefinitions, proxy];
    const agent =
        executionRoleArn === undefined
            ? undefined
            : assumeExecutionRole(account, executionRoleArn, taskId);
    const needed = (): Agent => agent ?? refuseWithoutRole();
    const given = listInjections(containers).map(({ container, name, valueFrom }) => ({
        container,
        name,
        version: readSecret(account, needed(), valueFrom),
    }));
    registryCredentials(containers).forEach((secret) => {
        readRegistryCredentials(account, needed(), secret);
    });
    listEnvironmentFiles(containers).forEach((file) =>
        readEnvironmentFile(account, needed(), file),
    );
    containers.forEach(({ name, logConfiguration: logs }) => {
        if (logs) {
            const prefix = logs.options?.["awslogs-stream-prefix"] ?? "";
            openLogStream(account, agent, logs, [prefix, name, taskId].join("/"));
        }
    });
    return given;
}

function refuseWithoutRole(): never {
    throw secretError("unable to retrieve execution role credentials: the task has no such role.");
}

function assumeExecutionRole(account: Account, roleArn: string, taskId: string): Agent {
    const role = findRole(account, roleArn);
    const verdict =
        role &&
        evaluateTrust(
            role.trust,
            "ecs-tasks.amazonaws.com",
            serviceContext(account.id, role.arn, account.arn("ecs", "*")),
        );
    if (!role || verdict?.answer !== "allowed") {
        throw secretError(
            `unable to retrieve execution role credentials: ECS was unable to assume the role '${roleArn}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions.`,
        );
    }
    return { role, session: assumedRoleArn(account, role.name, taskId) };
}
