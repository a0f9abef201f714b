import { SECRET_STORES } from "../../reference";
import { CONTAINER_FIELDS } from "./container-shape";
import type { Fields, Shape } from "./shape";

const string: Shape = { kind: "string" };
const filledString: Shape = { kind: "string", nonEmpty: true };
const number: Shape = { kind: "number" };
const boolean: Shape = { kind: "boolean" };

const secret: Fields = {
    store: { kind: "string", oneOf: SECRET_STORES, plain: true },
    name: string,
    description: string,
    value: { kind: "string", required: true },
    kmsKeyId: string,
};

const networkConfiguration: Fields = {
    subnets: { kind: "list", of: filledString, nonEmpty: true, required: true },
    securityGroups: { kind: "list", of: filledString },
    assignPublicIp: boolean,
};

/** The args of a `SecretInjectedService`: every property, and what it may hold. */
export const SERVICE_SHAPE: Shape = {
    kind: "object",
    fields: {
        cluster: { ...filledString, required: true },
        launchType: { kind: "string", oneOf: ["EC2", "EXTERNAL", "FARGATE"] },
        networkMode: { kind: "string", oneOf: ["awsvpc", "bridge", "host", "none"] },
        networkConfiguration: { kind: "object", fields: networkConfiguration },
        cpu: number,
        memory: number,
        desiredCount: number,
        family: filledString,
        secrets: { kind: "record", of: { kind: "object", fields: secret } },
        containers: {
            kind: "record",
            required: true,
            nonEmpty: true,
            of: { kind: "object", fields: CONTAINER_FIELDS },
        },
        executionRole: {
            kind: "object",
            fields: { attachTaskExecutionPolicy: { kind: "boolean", plain: true } },
        },
        waitForSteadyState: boolean,
        tags: { kind: "record", of: string, deferrable: true },
    },
};
