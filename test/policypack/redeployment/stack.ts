import { SERVICE_TYPE } from "../../../core";
import { changeStack, type Stack, type StackChange } from "../../support/pack-stack";
import type { PolicyRow, ReportedRow } from "../../support/policy-table";

export const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:web/db-AbCdEf";
export const MASTER = "arn:aws:secretsmanager:us-east-1:123456789012:secret:rds!db-0a1b2c3d-AbCdEf";

/** A value that must not show anywhere. */
export const VALUE = "made-up-value-4711";

/** The JSON of one container that injects; the names are A, B, … */
export function containers(...valuesFrom: string[]): string {
    const secrets = valuesFrom.map((valueFrom, index) => ({ name: "ABC"[index], valueFrom }));
    return JSON.stringify([{ name: "web", image: "httpd", secrets }]);
}

/** A service with a secret that is rotated, and nothing more. */
const deployed: Stack = {
    secret: { type: "aws:secretsmanager/secret:Secret", props: { arn: SECRET, name: "web/db" } },
    version: {
        type: "aws:secretsmanager/secretVersion:SecretVersion",
        props: { secretId: SECRET, secretString: VALUE },
    },
    rotation: {
        type: "aws:secretsmanager/secretRotation:SecretRotation",
        props: { secretId: SECRET, rotationRules: { automaticallyAfterDays: 30 } },
        from: { secretId: ["secret"] },
    },
    task: {
        type: "aws:ecs/taskDefinition:TaskDefinition",
        props: {
            arn: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:1",
            family: "web",
            containerDefinitions: containers(`${SECRET}:password::`),
        },
    },
    service: {
        type: "aws:ecs/service:Service",
        props: { taskDefinition: "arn:aws:ecs:us-east-1:123456789012:task-definition/web:1" },
        from: { taskDefinition: ["task"] },
    },
};

/** A rule of EventBridge. */
export const rule = (
    eventPattern: unknown,
    more: object = {},
    type = "aws:cloudwatch/eventRule:EventRule",
): StackChange => ({
    rule: {
        type,
        props: {
            eventPattern:
                typeof eventPattern === "string" ? eventPattern : JSON.stringify(eventPattern),
            ...more,
        },
    },
});

/** What makes a resource a child of our component. */
export const ours = { component: SERVICE_TYPE };

/** Our component, whose children these are. */
export const web = { type: SERVICE_TYPE, props: {} };

/** A stack with one change. */
export const row = (name: string, change: StackChange): PolicyRow => ({
    name,
    stack: changeStack(deployed, change),
});

/** A stack with one change, and what is said of its service. */
export const says = (name: string, change: StackChange, ...messages: string[]): ReportedRow => ({
    ...row(name, change),
    messages,
    resource: "service",
});
