import type { PolicyResource } from "@pulumi/policy";
import {
    formatName,
    listEnvironmentFiles,
    listInjections,
    listRepositoryCredentials,
    parseContainerDefinitions,
    UNKNOWN_PART,
    type ContainerDefinition,
} from "../../core";
import { listServicePlaces } from "../access/injected";
import type { Properties } from "../plaintext/define-policy";
import { hasValue, readDocument } from "../stack/decode";
import { isOfComponent, sourcesOf, TYPES, type StackModel } from "../stack/model";

/** What AWS says where the role is missing, by what needs it; the rest fails at task start. */
const REFUSALS = {
    // https://github.com/hashicorp/terraform-provider-aws/issues/6503
    secrets:
        "Until then AWS refuses it: ClientException: When you are specifying container secrets, you must also specify a value for 'executionRoleArn'.",
    // https://github.com/sil-org/ecs-deploy/issues/188
    credentials:
        "Until then AWS refuses it: ClientException: Private repository authentication requires that the task definition specify a value for executionRoleArn.",
    // https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html
    files: "Until then its tasks stop before they run: nothing else may read these files.",
};

const GIVE_ROLE =
    "Give it the ARN of a role that ecs-tasks.amazonaws.com may assume and that may read them: Amazon ECS reads them with the task execution role, never with the task role.";

/** Says why a task definition needs the execution role that it does not have. */
export function findMissingRole(props: Properties): string | undefined {
    const { containerDefinitions: json, executionRoleArn } = props;
    if (typeof json !== "string" || hasRole(executionRoleArn)) {
        return undefined;
    }
    const { definitions } = parseContainerDefinitions(json);
    const needs = listNeeds(definitions);
    const places = Object.values(needs).flat();
    const refusal = (["secrets", "credentials", "files"] as const).find(
        (need) => needs[need].length > 0,
    );
    return refusal === undefined
        ? undefined
        : `${places.join(", ")}: the task definition has no executionRoleArn. ${GIVE_ROLE} ${REFUSALS[refusal]}`;
}

/** Whether it is not known yet if a task definition needs the execution role that it does not have. */
export function mayMissRole({ containerDefinitions, executionRoleArn }: Properties): boolean {
    return containerDefinitions === UNKNOWN_PART && !hasRole(executionRoleArn);
}

/** A task definition whose containers are not known yet and seem to need an execution role. */
export interface SuspectedTask {
    readonly urn: string;
    readonly message: string;
}

const KINDS: Readonly<Record<string, string | undefined>> = {
    [TYPES.parameter]: "parameter",
    [TYPES.secret]: "secret",
    [TYPES.secretVersion]: "secret version",
};

/**
 * Finds task definitions without a role whose definitions are computed from secrets, or whose services
 * inject into the logs of Service Connect.
 */
export function findSuspectedTasks(model: StackModel): SuspectedTask[] {
    const tasks = model
        .ofType(TYPES.taskDefinition)
        .filter((task) => !hasValue(task.props, "executionRoleArn") && !isOfComponent(task));
    return tasks.flatMap((task) => {
        const secrets = listSources(task);
        const places = listServicePlaces(model, task);
        const { urn } = task;
        return [
            ...(secrets.length === 0
                ? []
                : [
                      `suspected: containerDefinitions are computed from ${secrets.join(", ")}, and the task definition has no executionRoleArn. If a container injects that: ${GIVE_ROLE} ${REFUSALS.secrets}`,
                  ]),
            ...(places.length === 0
                ? []
                : [
                      `suspected: ${places.join(", ")}: the task definition has no executionRoleArn. ${GIVE_ROLE}`,
                  ]),
        ].map((message) => ({ urn, message }));
    });
}

/** The secrets that definitions are computed from, while they are not known. */
function listSources(task: PolicyResource): string[] {
    // What is not known in a part of them alone is judged with the task definition itself.
    if (readDocument(task.props, "containerDefinitions").kind !== "unknown") {
        return [];
    }
    return sourcesOf(task, "containerDefinitions").flatMap(({ type, name }) => {
        const kind = KINDS[type];
        return kind === undefined ? [] : [`${kind} ${name}`];
    });
}

function hasRole(executionRoleArn: unknown): boolean {
    return executionRoleArn !== undefined && executionRoleArn !== null && executionRoleArn !== "";
}

function listNeeds(definitions: readonly ContainerDefinition[]) {
    const at = (path: string, container: string) => `${path} of container ${formatName(container)}`;
    const files = definitions.filter(hasFirelensFile);
    return {
        secrets: listInjections(definitions).map(({ target, name, container }) =>
            at(`${target} ${formatName(name)}`, container),
        ),
        credentials: listRepositoryCredentials(definitions).map(({ container }) =>
            at("repositoryCredentials", container),
        ),
        files: [
            ...listEnvironmentFiles(definitions).map(({ container }) =>
                at("environmentFiles", container),
            ),
            ...files.map(({ name }) => at("firelensConfiguration", name)),
        ].filter((place, index, all) => all.indexOf(place) === index),
    };
}

/**
 * Whether a log router has its configuration from Amazon S3.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/firelens-taskdef-customconfig.html
 */
function hasFirelensFile({ firelensConfiguration }: ContainerDefinition): boolean {
    const { options } = Object(firelensConfiguration) as Properties;
    return (Object(options) as Properties)["config-file-type"] === "s3";
}
