import { malformed, notSimulated, type DefinitionProblem } from "./definition";
import { isObject } from "./paths";
import { sendMessage } from "./send-message";
import type { TaskResource } from "./task-resource";
import { updateService } from "./update-service";

/** The integrations by what follows `arn:<partition>:states:::`. */
const TASKS: Readonly<Record<string, TaskResource>> = {
    "aws-sdk:ecs:updateService": updateService,
    "sqs:sendMessage": sendMessage,
};

/** The integration that a resource names. */
export function taskOf(resource: string): TaskResource | undefined {
    const name = /^arn:[^:]+:states:::(.+)$/.exec(resource)?.[1] ?? "";
    return Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
}

/** Finds what is wrong with a task's resource and its parameters, in a state machine of a partition. */
export function findTaskProblems(partition: string) {
    return (resource: string, parameters: unknown, at: string): DefinitionProblem[] => {
        const task = taskOf(resource);
        if (!resource.startsWith(`arn:${partition}:states:::`)) {
            const reason = `The resource provided ${resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region.`;
            return [malformed(`${at}/Resource`, reason)];
        }
        if (!task) {
            const has = Object.keys(TASKS).join(", ");
            return [notSimulated(`${at}/Resource`, `there is no ${resource} here; it has ${has}`)];
        }
        const given = isObject(parameters) ? parameters : {};
        const names = Object.keys(given).map((name) => name.replace(/\.\$$/, ""));
        return [
            ...names
                .filter((name) => !task.fields.includes(name))
                .map((name) => strange(name, `${at}/Parameters`, task)),
            ...task.required
                .filter((name) => !names.includes(name))
                .map((name) =>
                    malformed(
                        `${at}/Parameters`,
                        `The field "${name}" is required but was missing`,
                    ),
                ),
        ];
    };
}

/** Step Functions names all fields in PascalCase, whatever the API does. */
function strange(name: string, at: string, { fields }: TaskResource): DefinitionProblem {
    return /^[A-Z]/.test(name)
        ? notSimulated(at, `the field ${name} is not simulated; there is ${fields.join(", ")}`)
        : malformed(at, `The field "${name}" is not supported by Step Functions`);
}
