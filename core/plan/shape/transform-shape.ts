import type { Fields, ObjectShape } from "./shape";

const functions = (...names: readonly string[]): Fields =>
    Object.fromEntries(names.map((name) => [name, { kind: "function" as const }]));

const OF_TASK_DEFINITION = functions(
    ...["secret", "secretVersion", "secretRotation", "rotationPermission", "parameter"],
    ...["executionRole", "executionPolicy", "executionManagedPolicy", "executionAttachment"],
    ...["taskRole", "taskPolicy", "logGroup", "taskDefinition"],
);

const OF_SERVICE = functions(
    ...["service", "rotationRule", "rotationTarget", "stateMachine", "rotationRole"],
    ...["rotationPolicy", "deadLetterQueue", "deadLetterQueuePolicy"],
);

/** The transforms of the children of a task definition. */
export const TASK_DEFINITION_TRANSFORM_SHAPE: ObjectShape = {
    kind: "object",
    fields: OF_TASK_DEFINITION,
};

/** The transforms of the children of a service. */
export const SERVICE_TRANSFORM_SHAPE: ObjectShape = {
    kind: "object",
    fields: { ...OF_TASK_DEFINITION, ...OF_SERVICE },
};
