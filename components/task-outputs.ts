import type * as pulumi from "@pulumi/pulumi";
import type { Task } from "./task";

const tasks = new WeakMap<pulumi.Resource, Task>();

/** Keeps what a component has created, out of sight: its properties are its public outputs. */
export function keepTask(component: pulumi.Resource, task: Task): void {
    tasks.set(component, task);
}

/** What a component has created. */
export function readTask(component: pulumi.Resource): Task {
    return tasks.get(component) as Task;
}

/**
 * Waits until nothing speaks against a component's children; nothing is created if its constructor
 * has thrown.
 */
export async function waitForTask(
    component: pulumi.Resource,
    validated: Promise<true>,
): Promise<Task | undefined> {
    await validated;
    const task = tasks.get(component);
    await task?.planned.opened;
    return task;
}

/** The outputs that a component registers for its task. */
export function listTaskOutputs(task: Task): pulumi.Inputs {
    return {
        crossAccountPolicies: task.crossAccountPolicies,
        executionRoleArn: task.executionRole.arn,
        executionRolePolicy: task.executionRolePolicy,
        readers: task.readers,
        secretArns: task.secretArns,
        taskDefinitionArn: task.taskDefinition.arn,
        taskRoleArn: task.taskRole.arn,
    };
}
