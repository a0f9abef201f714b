import assert from "node:assert/strict";
import * as provider from "../../sandbox/aws/provider";
import { putSecretValue } from "../../sandbox/aws/secretsmanager";
import { describeAccount } from "../../sandbox/describe-account";
import { allow, TestAccount, TRUST } from "../support/simulated-aws";
import { everything, runTask } from "./aws/task-start/run-task";

const CANARY = "canary-never-shown";

describe("the description of a simulated account", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    const describes = (...parts: string[]) => {
        const description = describeAccount(account.account);
        for (const part of parts) {
            assert.ok(description.includes(part), `${part} is not in\n${description}`);
        }
        assert.ok(!description.includes(CANARY), "a value is shown");
    };

    it("tells which version of a secret a task was given, and no value", () => {
        const secretId = account.output("secret", {}, "arn");
        const versionId = putSecretValue(account.account, secretId, CANARY);
        account.create("parameter", { name: "/a", type: "SecureString", value: CANARY });
        const secrets = [
            { name: "A", valueFrom: "/a" },
            { name: "S", valueFrom: secretId },
        ];
        runTask(account, { secrets }, account.role(everything));
        describes(
            "  container web was given A from /a, version 1",
            `  container web was given S from ${secretId}, version ${versionId}`,
        );
    });

    it("tells a role of a task from others, what it may, and within which boundary", () => {
        const policy = JSON.stringify(allow("s3:GetObject"));
        const policyArn = account.output("policy", { name: "read", policy }, "arn");
        const inputs = { managedPolicyArns: [policyArn], permissionsBoundary: policyArn };
        const trust = JSON.stringify(TRUST);
        account.create("role", { ...inputs, name: "web", assumeRolePolicy: trust });
        const assumeRolePolicy = trust.replace("ecs-tasks", "events");
        account.create("role", { name: "deliver", assumeRolePolicy });
        describes(
            "\n  Role\n  ----\n  arn:aws:iam::123456789012:role/deliver",
            "\n  Task execution role\n  -------------------\n  arn:aws:iam::123456789012:role/web",
            `  and by ${policyArn}\n      {\n`,
            '"Action": "s3:GetObject"',
            `  within the boundary ${policyArn}`,
        );
    });

    it("tells the task role from the task execution role, and that it has no rights", () => {
        const trust = { assumeRolePolicy: JSON.stringify(TRUST) };
        const taskRoleArn = account.output("role", { ...trust, name: "own" }, "arn");
        const executionRoleArn = account.output("role", { ...trust, name: "reader" }, "arn");
        account.create("task", {
            family: "web",
            containerDefinitions: JSON.stringify([{ name: "web", image: "httpd", memory: 128 }]),
            executionRoleArn,
            taskRoleArn,
        });
        describes(
            `\n  Task execution role\n  -------------------\n  ${executionRoleArn}`,
            `\n  Task role\n  ---------\n  ${taskRoleArn}`,
            "\n  has no rights",
        );
    });

    it("tells what a rule matches and starts", () => {
        const create = (type: string, inputs: object) =>
            provider.create(account.account, provider.resourceType(`aws:cloudwatch/${type}`), {
                ...inputs,
            });
        const eventPattern = '{"source":["aws.ssm"]}';
        create("eventRule:EventRule", { name: "web", eventPattern, state: "ENABLED" });
        const arn = "arn:aws:sqs:us-east-1:123456789012:web";
        create("eventTarget:EventTarget", { rule: "web", arn });
        describes(
            "\n  Event rule\n  ----------\n  arn:aws:events:us-east-1:123456789012:rule/web",
            '"source": [\n          "aws.ssm"',
            `  starts ${arn}`,
        );
    });

    it("tells of a service that has no deployment", () => {
        const cluster = account.output("cluster", {}, "arn");
        account.create("service", { cluster, deploymentController: { type: "EXTERNAL" } });
        describes("Secrets");
    });
});
