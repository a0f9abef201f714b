import { boolean, filledString, number, oneOf, plainBoolean, value } from "./kinds";
import { LOG_SHAPE } from "./log-shape";
import type { Fields, ObjectShape } from "./shape";
import { TASK_FIELDS } from "./task-shape";
import { SERVICE_TRANSFORM_SHAPE } from "./transform-shape";

const networkConfiguration: Fields = {
    subnets: { kind: "list", of: filledString, nonEmpty: true, required: true },
    securityGroups: { kind: "list", of: filledString },
    assignPublicIp: boolean,
};

const serviceConnectConfiguration: Fields = {
    enabled: boolean,
    namespace: filledString,
    services: value,
    logConfiguration: LOG_SHAPE,
};

/** The args of a `SecretInjectedService`: every property, and what it may hold. */
export const SERVICE_SHAPE: ObjectShape = {
    kind: "object",
    fields: {
        ...TASK_FIELDS,
        cluster: { ...filledString, required: true },
        serviceName: filledString,
        networkConfiguration: { kind: "object", fields: networkConfiguration },
        capacityProviderStrategies: { kind: "list", of: value },
        platformVersion: filledString,
        desiredCount: number,
        schedulingStrategy: oneOf("DAEMON", "REPLICA"),
        deploymentController: { ...oneOf("CODE_DEPLOY", "ECS", "EXTERNAL"), plain: true },
        deploymentCircuitBreaker: {
            kind: "object",
            fields: { enable: boolean, rollback: boolean },
        },
        alarms: value,
        deploymentMaximumPercent: number,
        deploymentMinimumHealthyPercent: number,
        loadBalancers: value,
        healthCheckGracePeriodSeconds: number,
        serviceRegistries: value,
        serviceConnectConfiguration: { kind: "object", fields: serviceConnectConfiguration },
        orderedPlacementStrategies: value,
        volumeConfiguration: value,
        enableExecuteCommand: boolean,
        enableEcsManagedTags: boolean,
        propagateTags: oneOf("SERVICE", "TASK_DEFINITION"),
        redeployOnRotation: plainBoolean,
        waitForSteadyState: boolean,
        transform: SERVICE_TRANSFORM_SHAPE,
    },
};
