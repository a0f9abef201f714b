import type { PolicyResource } from "@pulumi/policy";
import { TYPES, type StackModel } from "./model";

/** What a service may name its task definition by, beside `family:revision`. */
const NAMES_OF_TASK = ["arn", "arnWithoutRevision", "family", "id"] as const;

/** The task definition of a service. */
export function taskOf(model: StackModel, service: PolicyResource): PolicyResource | undefined {
    return model.referred(service, "taskDefinition", [TYPES.taskDefinition], NAMES_OF_TASK);
}

/** The services of a task definition. */
export function servicesOf(model: StackModel, task: PolicyResource): readonly PolicyResource[] {
    const refer = (service: PolicyResource) => taskOf(model, service);
    return model.referring(TYPES.service, task, "services of task definitions", refer);
}
