import { SECRET_STORES } from "../reference";
import type { Fields, Shape } from "./shape";

const value: Shape = { kind: "value" };
const string: Shape = { kind: "string" };

const secretReference: Shape = {
    kind: "either",
    string: true,
    object: {
        secret: { kind: "string", required: true },
        jsonKey: string,
        versionStage: string,
        versionId: string,
    },
};

const container: Fields = {
    image: { kind: "string", required: true },
    cpu: value,
    memory: value,
    memoryReservation: value,
    essential: value,
    command: value,
    entryPoint: value,
    workingDirectory: value,
    user: value,
    readonlyRootFilesystem: value,
    healthCheck: value,
    dependsOn: value,
    stopTimeout: value,
    portMappings: value,
    environment: { kind: "record", of: string },
    secrets: { kind: "record", of: secretReference },
    logConfiguration: {
        kind: "object",
        fields: {
            logDriver: { kind: "string", required: true },
            options: { kind: "record", of: string },
            secretOptions: { kind: "record", of: secretReference },
        },
    },
};

const secret: Fields = {
    store: { kind: "string", oneOf: SECRET_STORES },
    name: string,
    description: string,
    value: { kind: "string", required: true },
    kmsKeyId: string,
};

/** The args of a `SecretInjectedService`: every property, and what it may hold. */
export const SERVICE_SHAPE: Shape = {
    kind: "object",
    fields: {
        cluster: { kind: "string", required: true },
        launchType: { kind: "string", oneOf: ["EC2", "EXTERNAL", "FARGATE"] },
        networkMode: { kind: "string", oneOf: ["awsvpc", "bridge", "host", "none"] },
        networkConfiguration: {
            kind: "object",
            fields: {
                subnets: { kind: "value", required: true },
                securityGroups: value,
                assignPublicIp: value,
            },
        },
        cpu: value,
        memory: value,
        desiredCount: value,
        family: string,
        secrets: { kind: "record", of: { kind: "object", fields: secret } },
        containers: {
            kind: "record",
            required: true,
            atLeastOne: true,
            of: { kind: "object", fields: container },
        },
        executionRole: {
            kind: "object",
            fields: { attachTaskExecutionPolicy: value },
        },
        waitForSteadyState: value,
        tags: value,
    },
};
