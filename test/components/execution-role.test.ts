import assert from "node:assert/strict";
import { Role } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import type { ExecutionRoleArgs } from "../../components";
import { inputsOf, recordClean, resource } from "../support/recorded";
import { apiService, arnOf, childrenWith, readSecrets, type Child } from "./api";

const DB = arnOf("secretsmanager", "secret:db-AbCdEf");
const ROLE = "arn:aws:iam::123456789012:role/api-execution-role-0a1b2c3";
const EXISTING = "arn:aws:iam::123456789012:role/teams/web/runner";
const POLICY = JSON.stringify({ Version: "2012-10-17", Statement: [readSecrets(DB)] });
const TASK_EXECUTION = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
const MANAGED = "arn:aws:iam::123456789012:policy/api-execution-policy-0a1b2c3";
const BOUNDARY = "arn:aws:iam::123456789012:policy/boundary";

const trust = (Condition?: object) =>
    JSON.stringify({
        Version: "2012-10-17",
        Statement: [
            {
                Effect: "Allow",
                Principal: { Service: "ecs-tasks.amazonaws.com" },
                Action: "sts:AssumeRole",
                ...(Condition && { Condition }),
            },
        ],
    });

const OF_ACCOUNT = { StringEquals: { "aws:SourceAccount": "123456789012" } };
const OF_REGION = { ArnLike: { "aws:SourceArn": "arn:aws:ecs:us-east-1:123456789012:*" } };

const role = (more: object = {}, assumeRolePolicy = trust(OF_ACCOUNT)) => ({
    inputs: {
        description: "Pulls images, writes logs and reads the secrets of api",
        assumeRolePolicy,
        ...more,
    },
});
const attachment = (name: string, policyArn = TASK_EXECUTION) => ({
    inputs: { role: name, policyArn },
});
const inline = (name: string) => ({ inputs: { role: name, policy: POLICY } });
const managed = (more: object = {}) => ({
    inputs: { description: "Lets Amazon ECS read the secrets of api", policy: POLICY, ...more },
});

const OWN = "api-execution-role-0a1b2c3";

interface Row {
    readonly name: string;
    readonly make: () => ExecutionRoleArgs;
    readonly tags?: Record<string, string>;
    readonly children: Readonly<Record<string, Child>>;
    readonly arn: string;
    readonly log?: string;
}

const ROWS: Row[] = [
    {
        name: "is made, with an inline policy and the managed one for task execution",
        make: () => ({}),
        children: {
            "api-execution-attachment": attachment(OWN),
            "api-execution-policy": inline(OWN),
            "api-execution-role": role(),
        },
        arn: ROLE,
    },
    {
        name: "has path, permissions boundary and tags, which go before those of the component",
        make: () => ({
            path: "/teams/web/",
            permissionsBoundary: BOUNDARY,
            tags: { team: "web" },
        }),
        tags: { stage: "test", team: "all" },
        children: {
            "api-execution-attachment": attachment(OWN),
            "api-execution-policy": inline(OWN),
            "api-execution-role": role({
                path: "/teams/web/",
                permissionsBoundary: BOUNDARY,
                tags: { stage: "test", team: "web" },
            }),
        },
        arn: ROLE,
    },
    {
        name: "may be assumed by tasks of the region alone, where that is asked for",
        make: () => ({ sourceArn: true, attachTaskExecutionPolicy: false }),
        children: {
            "api-execution-policy": inline(OWN),
            "api-execution-role": role({}, trust({ ...OF_ACCOUNT, ...OF_REGION })),
        },
        arn: ROLE,
    },
    {
        name: "may be assumed by any task, where that is asked for",
        make: () => ({ sourceAccount: false, attachTaskExecutionPolicy: false }),
        children: {
            "api-execution-policy": inline(OWN),
            "api-execution-role": role({}, trust()),
        },
        arn: ROLE,
    },
    {
        name: "has a managed policy of its own where that is asked for, under the role's path",
        make: () => ({ policies: "managed", path: "/teams/", attachTaskExecutionPolicy: false }),
        tags: { team: "web" },
        children: {
            "api-execution-policy": managed({ path: "/teams/", tags: { team: "web" } }),
            "api-execution-policy-attachment": attachment(OWN, MANAGED),
            "api-execution-role": role({ path: "/teams/", tags: { team: "web" } }),
        },
        arn: ROLE,
    },
    {
        name: "is a role of the program, which gets the rights and nothing else",
        make: () => ({ existing: new Role("runner", { name: "runner", assumeRolePolicy: "{}" }) }),
        children: { "api-execution-policy": inline("runner") },
        arn: "arn:aws:iam::123456789012:role/runner",
    },
    {
        name: "is a role of another program, whose policies name it without its path",
        make: () => ({ existing: EXISTING, attachTaskExecutionPolicy: true }),
        children: {
            "api-execution-attachment": attachment("runner"),
            "api-execution-policy": inline("runner"),
        },
        arn: EXISTING,
    },
    {
        name: "is a role of another program, in an Output, with a managed policy",
        make: () => ({ existing: pulumi.output(EXISTING), policies: "managed" }),
        children: {
            "api-execution-policy": managed(),
            "api-execution-policy-attachment": attachment("runner", MANAGED),
        },
        arn: EXISTING,
    },
    {
        name: "is left alone where somebody else attaches the policy, and the log tells which",
        make: () => ({ existing: EXISTING, attachPolicies: false }),
        children: {},
        arn: EXISTING,
        log: `SecretInjectedService api: attach this policy to ${EXISTING}, or no task can start: ${POLICY}`,
    },
];

describe("the task execution role", () => {
    for (const { name, make, tags, children, arn, log } of ROWS) {
        it(name, async () => {
            const recording = await recordClean(() =>
                apiService({ secrets: { DB } }, { executionRole: make(), tags }),
            );
            assert.deepEqual(childrenWith(recording, "api-execution"), children);
            assert.equal(inputsOf(recording, "api-task").executionRoleArn, arn);
            const { executionRoleArn, executionRolePolicy } =
                recording.outputs[resource(recording, "api").urn];
            assert.deepEqual([executionRoleArn, executionRolePolicy], [arn, POLICY]);
            assert.deepEqual(
                recording.logs,
                log === undefined ? [] : [{ level: "info", message: log }],
            );
        });
    }

    it("has nothing to be told of where somebody else attaches what nothing needs", async () => {
        const recording = await recordClean(() =>
            apiService({}, { executionRole: { existing: EXISTING, attachPolicies: false } }),
        );
        assert.deepEqual(recording.logs, []);
        const { executionRolePolicy } = recording.outputs[resource(recording, "api").urn];
        assert.equal(executionRolePolicy, '{"Version":"2012-10-17","Statement":[]}');
    });
});
