import type { PolicyResource } from "@pulumi/policy";
import type { TaskRole } from "../stack/execution-role";
import type { StackModel } from "../stack/model";
import { listFileNeeds } from "./file-need";
import { listInjected } from "./injected";
import { keyNeed } from "./key-need";
import type { Need } from "./need";
import { readNeed } from "./read-need";

/** All that a role must be allowed to read for a task. */
export function listReadNeeds(model: StackModel, task: PolicyResource, role: TaskRole): Need[] {
    return [
        ...listInjected(model, task).map((injected) => readNeed(model, task, role, injected)),
        ...listFileNeeds(model, task, role),
    ];
}

/** All that a role must be allowed to decrypt for a task. */
export function listKeyNeeds(model: StackModel, task: PolicyResource, role: TaskRole): Need[] {
    return listInjected(model, task).flatMap((injected) => keyNeed(model, role, injected) ?? []);
}
