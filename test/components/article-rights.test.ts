import assert from "node:assert/strict";
import { articleProgram } from "../support/article";
import { inputsOf, recordClean } from "../support/recorded";
import type { Recording } from "../support/recording";

const KEY = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-61727469636c";
const DATABASE = "arn:aws:ssm:us-east-1:123456789012:parameter/web/database-password";
const SPLUNK =
    "arn:aws:secretsmanager:us-east-1:123456789012:secret:web-secret-splunk-0a1b2c3-AbCdEf";
const ROLE = "web-execution-role-0a1b2c3";

describe("the rights of the article's service", () => {
    let recording: Recording;

    before(async () => {
        recording = await recordClean(() => articleProgram());
    });

    it("trusts Amazon ECS tasks of this account alone", () => {
        const { assumeRolePolicy, ...rest } = inputsOf(recording, "web-execution-role");
        assert.deepEqual(rest, {
            description: "Pulls images, writes logs and reads the secrets of web",
        });
        assert.deepEqual(JSON.parse(assumeRolePolicy as string), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "ecs-tasks.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
                },
            ],
        });
    });

    it("allows two reads of two ARNs, decrypting with the one key, and nothing else", () => {
        const { role, policy, ...rest } = inputsOf(recording, "web-execution-policy");
        assert.deepEqual([role, rest], [ROLE, {}]);
        assert.deepEqual(JSON.parse(policy as string), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "ReadSecrets",
                    Effect: "Allow",
                    Action: "secretsmanager:GetSecretValue",
                    Resource: [SPLUNK],
                },
                {
                    Sid: "ReadParameters",
                    Effect: "Allow",
                    Action: "ssm:GetParameters",
                    Resource: [DATABASE],
                },
                {
                    Sid: "DecryptParameters",
                    Effect: "Allow",
                    Action: "kms:Decrypt",
                    Resource: [KEY],
                    Condition: {
                        StringEquals: {
                            "kms:ViaService": ["ssm.us-east-1.amazonaws.com"],
                            "kms:EncryptionContext:PARAMETER_ARN": [DATABASE],
                        },
                    },
                },
            ],
        });
    });

    it("attaches AWS's managed policy for task execution", () => {
        assert.deepEqual(inputsOf(recording, "web-execution-attachment"), {
            role: ROLE,
            policyArn: "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
        });
    });

    it("gives the task role no rights, and lets tasks of the account and region alone assume it", () => {
        const { assumeRolePolicy, ...rest } = inputsOf(recording, "web-task-role");
        assert.deepEqual(rest, { description: "What the containers of web act with" });
        assert.deepEqual(JSON.parse(assumeRolePolicy as string), {
            Version: "2012-10-17",
            Statement: [
                {
                    Effect: "Allow",
                    Principal: { Service: "ecs-tasks.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: {
                        StringEquals: { "aws:SourceAccount": "123456789012" },
                        ArnLike: { "aws:SourceArn": "arn:aws:ecs:us-east-1:123456789012:*" },
                    },
                },
            ],
        });
    });
});
