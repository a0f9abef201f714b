import type { Stack } from "../../support/pack-stack";

/** The policy. */
export const NAME = "ecs-task-definition-require-valid-references";
export const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
export const PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter/web/db";
export const ROLE = "arn:aws:iam::123456789012:role/web-execution";

/** A value that must not show anywhere. */
export const VALUE = "made-up-value-4711";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";

/** A task definition with container definitions, as JSON or what a program puts in its place. */
export const withDefinitions = (containerDefinitions: unknown, type = TASK): Stack => ({
    task: { type, props: { family: "web", executionRoleArn: ROLE, containerDefinitions } },
});
/** A task definition with one container. */
export const withContainer = (fields: object) =>
    withDefinitions(JSON.stringify([{ name: "web", image: "httpd", ...fields }]));
/** Variables A, B, C from these references. */
export const secrets = (...references: unknown[]) =>
    references.map((valueFrom, index) => ({ name: "ABC"[index], valueFrom }));
/** A task definition whose container has variables A, B, C from these references. */
export const inject = (...references: unknown[]) =>
    withContainer({ secrets: secrets(...references) });

/** A task definition that refers to something by a name, and a secret. */
export const withSecret = (name: unknown, valueFrom = "db"): Stack => ({
    ...inject(valueFrom),
    secret: { type: "aws:secretsmanager/secret:Secret", props: { name } },
});
/** A parameter with a name. */
export const parameter = (name: unknown) => ({
    parameter: { type: "aws:ssm/parameter:Parameter", props: { name, type: "SecureString" } },
});

/** A service whose proxy has a log option from a reference. */
export const withProxy = (valueFrom: unknown, type = "aws:ecs/service:Service"): Stack => ({
    task: {
        type,
        props: {
            name: "web",
            serviceConnectConfiguration: {
                enabled: true,
                logConfiguration: {
                    logDriver: "splunk",
                    secretOptions: [{ name: "splunk-token", valueFrom }],
                },
            },
        },
    },
});
