import assert from "node:assert/strict";
import type { ContainerArgs, SecretInjectedServiceArgs } from "../../components";
import { documentOf, inputsOf, recordClean, resource } from "../support/recorded";
import type { Recording } from "../support/recording";
import { apiService, arnOf, statementsOf } from "./api";

const DB = arnOf("secretsmanager", "secret:db-AbCdEf");
const FILLED = arnOf("secretsmanager", "secret:api-secret-filled-0a1b2c3-AbCdEf");
const SERVICE = arnOf("ecs", "service/api/api-service-0a1b2c3");
const QUEUE = arnOf("sqs", "api-rotation-failures-0a1b2c3");
const QUEUE_URL = "https://sqs.us-east-1.amazonaws.com/123456789012/api-rotation-failures-0a1b2c3";
const MACHINE = arnOf("states", "stateMachine:api-redeployment-0a1b2c3");
const RULE = arnOf("events", "rule/api-rotation-rule-0a1b2c3");

const recordWith = (
    container: Partial<ContainerArgs>,
    args: Partial<SecretInjectedServiceArgs> = {},
    mode: "preview" | "update" = "update",
) => recordClean(() => apiService(container, { redeployOnRotation: true, ...args }), { mode });

const trust = (service: string, arn: string) => ({
    Effect: "Allow",
    Principal: { Service: service },
    Action: "sts:AssumeRole",
    Condition: {
        ArnLike: { "aws:SourceArn": [arn] },
        StringEquals: { "aws:SourceAccount": "123456789012" },
    },
});

describe("what deploys the service anew when a secret is rotated", () => {
    let recording: Recording;

    before(async () => {
        recording = await recordWith(
            { secrets: { DB, FILLED: { secret: "filled" }, MANAGED: { secret: "managed" } } },
            {
                secrets: { filled: { external: {} }, managed: { value: "made-up-value" } },
                tags: { team: "web" },
            },
        );
    });

    const waitsFor = (name: string, ...others: string[]) =>
        assert.deepEqual(
            resource(recording, name).dependencies,
            others.map((one) => resource(recording, one).urn).sort(),
        );

    it("is one rule, that waits for the values and sees what Pulumi does not write", () => {
        const { eventPattern, ...rest } = inputsOf(recording, "api-rotation-rule");
        assert.deepEqual(rest, {
            description: "Sees the secrets of api change",
            tags: { team: "web" },
        });
        assert.deepEqual(JSON.parse(eventPattern as string), {
            source: ["aws.secretsmanager"],
            "detail-type": ["Secret Label Updated"],
            resources: [FILLED, DB],
            detail: { labelUpdated: ["AWSCURRENT"] },
        });
        waitsFor(
            "api-rotation-rule",
            "api-execution-attachment",
            "api-execution-policy",
            "api-secret-filled",
            "api-secret-managed-version",
        );
    });

    it("is a target that starts the machine, after its rights, and keeps what is lost", () => {
        assert.deepEqual(inputsOf(recording, "api-rotation-target"), {
            rule: "api-rotation-rule-0a1b2c3",
            arn: MACHINE,
            roleArn: "arn:aws:iam::123456789012:role/api-delivery-role-0a1b2c3",
            deadLetterConfig: { arn: QUEUE },
        });
        waitsFor(
            "api-rotation-target",
            "api-delivery-policy",
            "api-delivery-role",
            "api-redeployment",
            "api-rotation-failures",
            "api-rotation-failures-policy",
            "api-rotation-rule",
        );
    });

    it("is a role that the rule alone delivers with, to the machine alone", () => {
        const { assumeRolePolicy: _, ...rest } = inputsOf(recording, "api-delivery-role");
        assert.deepEqual(rest, {
            description: "Starts the redeployment of api",
            tags: { team: "web" },
        });
        assert.deepEqual(statementsOf(recording, "api-delivery-role", "assumeRolePolicy"), [
            trust("events.amazonaws.com", RULE),
        ]);
        assert.equal(inputsOf(recording, "api-delivery-policy").role, "api-delivery-role-0a1b2c3");
        assert.deepEqual(statementsOf(recording, "api-delivery-policy"), [
            {
                Sid: "StartRedeployment",
                Effect: "Allow",
                Action: "states:StartExecution",
                Resource: [MACHINE],
            },
        ]);
    });

    it("is a role that may redeploy this service and report to this queue alone", () => {
        const { assumeRolePolicy: _, ...rest } = inputsOf(recording, "api-redeployment-role");
        assert.deepEqual(rest, { description: "Redeploys api", tags: { team: "web" } });
        assert.deepEqual(statementsOf(recording, "api-redeployment-role", "assumeRolePolicy"), [
            trust("states.amazonaws.com", arnOf("states", "stateMachine:*")),
        ]);
        assert.equal(
            inputsOf(recording, "api-redeployment-policy").role,
            "api-redeployment-role-0a1b2c3",
        );
        const allow = (Sid: string, Action: string, arn: string) => ({
            ...{ Sid, Effect: "Allow", Action, Resource: [arn] },
        });
        assert.deepEqual(statementsOf(recording, "api-redeployment-policy"), [
            allow("RedeployService", "ecs:UpdateService", SERVICE),
            allow("ReportFailure", "sqs:SendMessage", QUEUE),
        ]);
    });

    it("is a machine that forces a deployment, and reports that it could not", () => {
        const { definition: _, ...rest } = inputsOf(recording, "api-redeployment");
        assert.deepEqual(rest, {
            roleArn: "arn:aws:iam::123456789012:role/api-redeployment-role-0a1b2c3",
            tags: { team: "web" },
        });
        const { StartAt, States } = documentOf(recording, "api-redeployment", "definition") as {
            StartAt: string;
            States: Record<string, { Resource?: string; Parameters?: object }>;
        };
        assert.deepEqual(
            [StartAt, Object.keys(States)],
            ["Redeploy", ["Failed", "Redeploy", "Report"]],
        );
        assert.equal(States.Redeploy.Resource, "arn:aws:states:::aws-sdk:ecs:updateService");
        assert.deepEqual(States.Redeploy.Parameters, {
            Cluster: "api",
            ForceNewDeployment: true,
            Service: SERVICE,
        });
        assert.deepEqual(States.Report.Parameters, {
            MessageBody: {
                cluster: "api",
                "error.$": "$",
                "event.$": "$$.Execution.Input",
                service: SERVICE,
            },
            QueueUrl: QUEUE_URL,
        });
        waitsFor(
            "api-redeployment",
            "api-redeployment-policy",
            "api-redeployment-role",
            "api-rotation-failures",
            "api-service",
        );
    });

    it("is a queue that keeps for two weeks what the rule could not deliver", () => {
        assert.deepEqual(inputsOf(recording, "api-rotation-failures"), {
            messageRetentionSeconds: 1_209_600,
            sqsManagedSseEnabled: true,
            tags: { team: "web" },
        });
        assert.equal(inputsOf(recording, "api-rotation-failures-policy").queueUrl, QUEUE_URL);
        assert.deepEqual(statementsOf(recording, "api-rotation-failures-policy"), [
            {
                Sid: "TakeUndeliveredEvents",
                Effect: "Allow",
                Principal: { Service: "events.amazonaws.com" },
                Action: "sqs:SendMessage",
                Resource: QUEUE,
                Condition: {
                    ArnEquals: { "aws:SourceArn": [RULE] },
                    StringEquals: { "aws:SourceAccount": "123456789012" },
                },
            },
        ]);
    });
});
