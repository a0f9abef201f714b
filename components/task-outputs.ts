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
