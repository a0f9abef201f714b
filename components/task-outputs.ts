import type * as pulumi from "@pulumi/pulumi";
import type { CrossAccountPolicies, Reader } from "../core";
import type { Task } from "./task";

/** What a task definition registers as its outputs; the package's schema is made of it. */
export interface TaskOutputs {
    /** The ARN of the task definition, with its revision. */
    taskDefinitionArn: pulumi.Output<string>;
    /** The ARN of the task execution role: Amazon ECS itself acts with it, the containers do not. */
    executionRoleArn: pulumi.Output<string>;
    /** The ARN of the task role, with which the containers act. */
    taskRoleArn: pulumi.Output<string>;
    /** The ARNs of the component's own secrets, by their keys. */
    secretArns: pulumi.Output<Record<string, string>>;
    /** The JSON of the policy that the task execution role needs for what it reads. */
    executionRolePolicy: pulumi.Output<string>;
    /** Which secret is read as which variable by which container, through which statement. */
    readers: pulumi.Output<Reader[]>;
    /** What other accounts have to add so that their secrets can be read. */
    crossAccountPolicies: pulumi.Output<CrossAccountPolicies[]>;
}

/** What a service registers as its outputs. */
export interface ServiceOutputs extends TaskOutputs {
    /** The ARN of the service. */
    serviceArn: pulumi.Output<string>;
}

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
export function listTaskOutputs(task: Task): TaskOutputs {
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
