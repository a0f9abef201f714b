import { DOCKER_FIELDS } from "./docker-shape";
import {
    anyNumber,
    boolean,
    deferrable,
    filledString,
    key,
    listOf,
    number,
    oneOf,
    string,
    strings,
} from "./kinds";
import { LOG_SHAPE } from "./log-shape";
import { JSON_SECRET_SHAPE, REFERENCE_SHAPE } from "./reference-shape";
import type { Fields } from "./shape";

const portMapping: Fields = {
    containerPort: number,
    containerPortRange: filledString,
    hostPort: number,
    protocol: oneOf("tcp", "udp"),
    name: filledString,
    appProtocol: oneOf("grpc", "http", "http2"),
};

const healthCheck: Fields = {
    command: { kind: "list", of: string, nonEmpty: true, required: true },
    interval: number,
    timeout: number,
    retries: number,
    startPeriod: number,
};

const dependency: Fields = {
    containerName: { ...filledString, required: true },
    condition: { ...oneOf("COMPLETE", "HEALTHY", "START", "SUCCESS"), required: true },
};

const restartPolicy: Fields = {
    enabled: { ...boolean, required: true },
    ignoredExitCodes: { kind: "list", of: anyNumber },
    restartAttemptPeriod: number,
};

const firelensConfiguration: Fields = {
    type: { ...oneOf("fluentbit", "fluentd"), required: true },
    options: { kind: "record", of: string },
};

const environmentFile: Fields = {
    value: { ...filledString, required: true },
    kmsKeyId: key,
};

/** The args of one container: every property, and what it may hold. */
export const CONTAINER_FIELDS: Fields = {
    ...DOCKER_FIELDS,
    image: { ...filledString, required: true },
    cpu: number,
    memory: number,
    memoryReservation: number,
    essential: boolean,
    command: strings,
    entryPoint: strings,
    workingDirectory: string,
    user: string,
    readonlyRootFilesystem: boolean,
    healthCheck: deferrable(healthCheck),
    dependsOn: listOf(dependency),
    startTimeout: number,
    stopTimeout: number,
    restartPolicy: deferrable(restartPolicy),
    portMappings: {
        kind: "list",
        of: { ...deferrable(portMapping), one: ["containerPort", "containerPortRange"] },
    },
    environment: { kind: "record", of: string },
    environmentFiles: {
        kind: "list",
        plain: true,
        of: { kind: "object", fields: environmentFile },
    },
    secrets: { kind: "record", of: REFERENCE_SHAPE },
    jsonSecrets: { kind: "list", plain: true, of: JSON_SECRET_SHAPE },
    repositoryCredentials: REFERENCE_SHAPE,
    logConfiguration: LOG_SHAPE,
    firelensConfiguration: { kind: "object", fields: firelensConfiguration },
};
