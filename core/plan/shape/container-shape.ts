import type { Fields, Shape } from "./shape";

const string: Shape = { kind: "string" };
const plainString: Shape = { kind: "string", plain: true };
const filledString: Shape = { kind: "string", nonEmpty: true };
const number: Shape = { kind: "number" };
const boolean: Shape = { kind: "boolean" };
const strings: Shape = { kind: "list", of: string };

const secretReference: Shape = {
    kind: "either",
    string: true,
    object: {
        secret: { ...plainString, required: true },
        jsonKey: plainString,
        versionStage: plainString,
        versionId: plainString,
    },
};

const portMapping: Fields = {
    containerPort: { ...number, required: true },
    hostPort: number,
    protocol: { kind: "string", oneOf: ["tcp", "udp"] },
    name: filledString,
    appProtocol: { kind: "string", oneOf: ["grpc", "http", "http2"] },
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
    condition: {
        kind: "string",
        oneOf: ["COMPLETE", "HEALTHY", "START", "SUCCESS"],
        required: true,
    },
};

/** The args of one container: every property, and what it may hold. */
export const CONTAINER_FIELDS: Fields = {
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
    healthCheck: { kind: "object", fields: healthCheck, deferrable: true },
    dependsOn: { kind: "list", of: { kind: "object", fields: dependency, deferrable: true } },
    stopTimeout: number,
    portMappings: { kind: "list", of: { kind: "object", fields: portMapping, deferrable: true } },
    environment: { kind: "record", of: string },
    secrets: { kind: "record", of: secretReference },
    logConfiguration: {
        kind: "object",
        fields: {
            logDriver: { ...filledString, required: true },
            options: { kind: "record", of: string },
            secretOptions: { kind: "record", of: secretReference },
        },
    },
};
