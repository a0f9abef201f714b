import { CONTAINER_FIELDS } from "./container-shape";
import { filledString, key, number, oneOf, tags, value } from "./kinds";
import { EXECUTION_ROLE_FIELDS, TASK_ROLE_FIELDS } from "./role-shape";
import { SECRET_SHAPE } from "./secret-shape";
import type { Fields, ObjectShape } from "./shape";
import { TASK_DEFINITION_TRANSFORM_SHAPE } from "./transform-shape";

const logGroup: Fields = {
    name: filledString,
    retentionInDays: number,
    kmsKeyId: key,
};

/** What a task is: its containers, its secrets and its roles. */
export const TASK_FIELDS: Fields = {
    launchType: oneOf("EC2", "EXTERNAL", "FARGATE"),
    networkMode: oneOf("awsvpc", "bridge", "host", "none"),
    cpu: number,
    memory: number,
    family: filledString,
    secrets: { kind: "record", of: SECRET_SHAPE },
    containers: {
        kind: "record",
        required: true,
        nonEmpty: true,
        of: { kind: "object", fields: CONTAINER_FIELDS },
    },
    executionRole: { kind: "object", fields: EXECUTION_ROLE_FIELDS },
    taskRole: { kind: "object", fields: TASK_ROLE_FIELDS },
    logGroup: { kind: "object", fields: logGroup },
    volumes: value,
    runtimePlatform: value,
    ephemeralStorage: value,
    pidMode: oneOf("host", "task"),
    ipcMode: oneOf("host", "none", "task"),
    placementConstraints: value,
    proxyConfiguration: value,
    tags,
};

/** The args of a `SecretInjectedTaskDefinition`: every property, and what it may hold. */
export const TASK_DEFINITION_SHAPE: ObjectShape = {
    kind: "object",
    fields: { ...TASK_FIELDS, transform: TASK_DEFINITION_TRANSFORM_SHAPE },
};
