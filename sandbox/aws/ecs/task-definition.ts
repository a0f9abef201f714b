import { parseContainerDefinitions, renderContainerDefinitions } from "../../../core";
import type { Account } from "../account";
import { findRole } from "../iam";
import { text, type Properties, type ResourceType } from "../resource-type";
import {
    fillDefaults,
    readContainerDefinitions,
    type TaskDefinition,
} from "./container-definitions";

/** What DescribeTaskDefinition gives back as it was registered. */
const KEPT = [
    "ephemeralStorage",
    "ipcMode",
    "pidMode",
    "placementConstraints",
    "proxyConfiguration",
    "runtimePlatform",
    "volumes",
];

const families = (account: Account) => account.collection<TaskDefinition>("ecs-task-definitions");

/** All task definitions that were registered, by family and revision. */
export const listTaskDefinitions = (account: Account) => families(account).list();

/** The resource type of task definitions. */
export const taskDefinition: ResourceType = {
    token: "aws:ecs/taskDefinition:TaskDefinition",
    defaults: { skipDestroy: false, trackLatest: false },
    required: ["containerDefinitions", "family"],
    replaceOn: [
        "containerDefinitions",
        "cpu",
        "enableFaultInjection",
        "ephemeralStorage",
        "executionRoleArn",
        "family",
        "ipcMode",
        "memory",
        "networkMode",
        "pidMode",
        "placementConstraints",
        "proxyConfiguration",
        "requiresCompatibilities",
        "runtimePlatform",
        "taskRoleArn",
        "volumes",
    ],
    canonical: { containerDefinitions: canonicalDefinitions },
    computed: [
        "arn",
        "arnWithoutRevision",
        "enableFaultInjection",
        "networkMode",
        "revision",
        "tagsAll",
    ],
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
            ...pick(inputs, KEPT),
            containerDefinitions,
        }));
        return { id: family, outputs: describe(registered, inputs) };
    },
    read(account, _id, outputs) {
        const found = findTaskDefinition(account, text(outputs, "arn"));
        return found?.status === "ACTIVE" ? outputs : undefined;
    },
    update(account, id, inputs, olds) {
        // Tags and what is said to the provider alone; all else replaces it.
        const found = findTaskDefinition(account, text(olds, "arn"));
        return { id, outputs: found ? describe(found, inputs) : { ...olds, ...inputs } };
    },
    delete(account, _id, outputs) {
        const found = findTaskDefinition(account, text(outputs, "arn"));
        if (found && outputs.skipDestroy !== true) {
            families(account).put(revisionKey(found), { ...found, status: "INACTIVE" });
        }
    },
};

/** The order of variables and AWS's own defaults make no difference, as in the real provider. */
function canonicalDefinitions(json: string, inputs: Properties): unknown {
    const { definitions, findings } = parseContainerDefinitions(json);
    return findings.length > 0
        ? json
        : renderContainerDefinitions(
              definitions.map((one) => fillDefaults(one, text(inputs, "networkMode"))),
          );
}

function describe(found: TaskDefinition, inputs: Properties): Properties {
    const { taskDefinitionArn: arn, networkMode, revision } = found;
    return {
        enableFaultInjection: false,
        networkMode,
        ...inputs,
        arn,
        arnWithoutRevision: arn.slice(0, arn.lastIndexOf(":")),
        revision,
    };
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

/** Finds a task definition by its ARN, family and revision, or family: then its newest one. */
export function findTaskDefinition(account: Account, name: string): TaskDefinition | undefined {
    const all = listTaskDefinitions(account);
    const newest = all
        .filter((one) => one.family === name && one.status === "ACTIVE")
        .sort((one, other) => other.revision - one.revision);
    return (
        all.find((one) => one.taskDefinitionArn === name || revisionKey(one) === name) ?? newest[0]
    );
}

function pickText<Name extends string>(inputs: Properties, name: Name) {
    const value = text(inputs, name);
    return (value === "" ? {} : { [name]: value }) as { readonly [key in Name]?: string };
}

function pick(inputs: Properties, names: readonly string[]): Properties {
    const given = names.filter((name) => inputs[name] !== undefined);
    return Object.fromEntries(given.map((name) => [name, inputs[name]]));
}
