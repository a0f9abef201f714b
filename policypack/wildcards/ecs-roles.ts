import type { PolicyResource } from "@pulumi/policy";
import type { NamedPolicy } from "../../core";
import { findRole, type TaskRole } from "../stack/execution-role";
import { TYPES, type StackModel } from "../stack/model";
import { readPolicy } from "../stack/policy-document";

/** A role of Amazon ECS tasks, and the task definitions that have it as execution role. */
export interface EcsRole {
    readonly role: TaskRole;
    readonly name: string;
    /** The resource to report on where nothing nearer is one: the role, or a task definition. */
    readonly nearest: PolicyResource;
    readonly executes: readonly PolicyResource[];
}

/**
 * The service that takes the roles of tasks.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html
 */
const SERVICE = "ecs-tasks.amazonaws.com";

/**
 * Lists the roles that a task definition of the stack names, and those of the stack that trust
 * Amazon ECS tasks. What other roles may do is not for this pack to say.
 */
export function listEcsRoles(model: StackModel): EcsRole[] {
    const found = new Map<string, EcsRole & { executes: PolicyResource[] }>();
    const add = (role: TaskRole, task?: PolicyResource) => {
        const named = nameOf(role);
        const nearest = role.kind === "role" ? role.role : task;
        if (named && nearest) {
            const { key, name } = named;
            const known = found.get(key) ?? { role, name, nearest, executes: [] };
            found.set(key, known);
            return known.executes;
        }
        return [];
    };
    for (const task of model.ofType(TYPES.taskDefinition)) {
        add(findRole(model, task, "executionRoleArn"), task).push(task);
        add(findRole(model, task, "taskRoleArn"), task);
    }
    for (const role of model.ofType(TYPES.role)) {
        if (isTrusting(readPolicy("the trust policy", role, "assumeRolePolicy"))) {
            add({ kind: "role", role });
        }
    }
    return [...found.values()];
}

function nameOf(role: TaskRole): { key: string; name: string } | undefined {
    if (role.kind === "role") {
        return { key: role.role.urn, name: role.role.name };
    }
    return role.kind === "outside" && role.arn !== undefined
        ? { key: role.arn, name: role.arn }
        : undefined;
}

function isTrusting(trust: NamedPolicy): boolean {
    return (
        trust.kind === "document" &&
        trust.document.statements.some(
            ({ effect, principals }) =>
                effect === "Allow" && principals?.service.includes(SERVICE) === true,
        )
    );
}
