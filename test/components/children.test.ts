import assert from "node:assert/strict";
import {
    childrenOf,
    namesAndTypes,
    recordClean,
    resource,
    taskComponent,
} from "../support/recorded";
import type { Recording } from "../support/recording";
import { fullProgram } from "./full";

/** A logical name that changes replaces somebody's resource: these lists are held. */
const OF_SERVICE = {
    web: "ecs-secrets:index:SecretInjectedTaskDefinition",
    "web-delivery-policy": "aws:iam/rolePolicy:RolePolicy",
    "web-delivery-role": "aws:iam/role:Role",
    "web-redeployment": "aws:sfn/stateMachine:StateMachine",
    "web-redeployment-policy": "aws:iam/rolePolicy:RolePolicy",
    "web-redeployment-role": "aws:iam/role:Role",
    "web-rotation-failures": "aws:sqs/queue:Queue",
    "web-rotation-failures-policy": "aws:sqs/queuePolicy:QueuePolicy",
    "web-rotation-rule": "aws:cloudwatch/eventRule:EventRule",
    "web-rotation-target": "aws:cloudwatch/eventTarget:EventTarget",
    "web-service": "aws:ecs/service:Service",
};

const OF_TASK = {
    "web-execution-attachment": "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "web-execution-policy": "aws:iam/rolePolicy:RolePolicy",
    "web-execution-role": "aws:iam/role:Role",
    "web-logs": "aws:cloudwatch/logGroup:LogGroup",
    "web-secret-db": "aws:ssm/parameter:Parameter",
    "web-secret-router-repositoryCredentials": "aws:secretsmanager/secret:Secret",
    "web-secret-router-repositoryCredentials-version":
        "aws:secretsmanager/secretVersion:SecretVersion",
    "web-secret-rotated": "aws:secretsmanager/secret:Secret",
    "web-secret-rotated-rotation": "aws:secretsmanager/secretRotation:SecretRotation",
    "web-secret-rotated-rotation-permission": "aws:lambda/permission:Permission",
    "web-secret-rotated-version": "aws:secretsmanager/secretVersion:SecretVersion",
    "web-secret-serviceConnect-splunk-token": "aws:secretsmanager/secret:Secret",
    "web-secret-serviceConnect-splunk-token-version":
        "aws:secretsmanager/secretVersion:SecretVersion",
    "web-secret-web-INLINE": "aws:secretsmanager/secret:Secret",
    "web-secret-web-INLINE-version": "aws:secretsmanager/secretVersion:SecretVersion",
    "web-task": "aws:ecs/taskDefinition:TaskDefinition",
    "web-task-policy": "aws:iam/rolePolicy:RolePolicy",
    "web-task-role": "aws:iam/role:Role",
};

function assertChildren(recording: Recording, ofTask: Readonly<Record<string, string>>): void {
    const found = (of: Parameters<typeof childrenOf>[1]) =>
        namesAndTypes(childrenOf(recording, of));
    assert.deepEqual(found(resource(recording, "web")), OF_SERVICE);
    assert.deepEqual(found(taskComponent(recording, "web")), ofTask);
}

describe("the children of a service with everything", () => {
    for (const mode of ["preview", "update"] as const) {
        it(`have exactly these names and types (${mode})`, async () => {
            assertChildren(await recordClean(() => fullProgram(), { mode }), OF_TASK);
        });
    }

    it("have exactly these names and types where the rights are in a managed policy", async () => {
        const recording = await recordClean(() =>
            fullProgram((args) => ({ ...args, executionRole: { policies: "managed" } })),
        );
        assertChildren(recording, {
            ...OF_TASK,
            "web-execution-policy": "aws:iam/policy:Policy",
            "web-execution-policy-attachment": "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
        });
    });
});
