import { parseContainerDefinitions, renderContainerDefinitions } from "../../../core";
import type { Account } from "../account";
import { findRole } from "../iam";
import { text, type Properties, type ResourceType } from "../resource-type";
import {
    fillDefaults,
    readContainerDefinitions,
    type TaskDefinition,
} from "./container-definitions";

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

/** Finds a task definition by its ARN. */
export function findTaskDefinition(
    account: Account,
    arnOrFamily: string,
): TaskDefinition | undefined {
    return listTaskDefinitions(account).find((one) => one.taskDefinitionArn === arnOrFamily);
}

function pickText<Name extends string>(inputs: Properties, name: Name) {
    const value = text(inputs, name);
    return (value === "" ? {} : { [name]: value }) as { readonly [key in Name]?: string };
}
