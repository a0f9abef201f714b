import assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService } from "../../components";
import { Parameter } from "@pulumi/aws/ssm";
import { Secret } from "@pulumi/aws/secretsmanager";
import { recordClean, resource, taskComponent } from "../support/recorded";
import { fakeCall, type FakeAccount } from "../support/fake-account";
import type { Wire } from "../support/wire";
import { apiService, arnOf, readSecrets } from "./api";
import { fullArgs } from "./full";

const KEY = arnOf("kms", "key/00000000-0000-4000-8000-000000000001");
const DB = arnOf("secretsmanager", "secret:db-AbCdEf");
const ROLE = "arn:aws:iam::123456789012:role/api-execution-role-0a1b2c3";
const FILE = "arn:aws:s3:::made-up-bucket/web.env";

describe("the readers", () => {
    it("tell of each place what is read, and through which statements", async () => {
        const recording = await recordClean(() =>
            apiService(
                {
                    secrets: {
                        PASSWORD: { valueFrom: `${DB}:password::`, kmsKeyId: KEY },
                        OWN: { secret: "own", versionStage: "AWSPREVIOUS" },
                        NAME: "/api/token",
                    },
                    jsonSecrets: [{ secret: "own", keys: { USER: "username" } }],
                    repositoryCredentials: DB,
                    environmentFiles: [{ value: FILE, kmsKeyId: KEY }],
                    logConfiguration: {
                        logDriver: "splunk",
                        secretOptions: { "splunk-token": DB },
                    },
                },
                {
                    secrets: { own: { jsonValue: { username: "made-up" } } },
                    serviceConnectConfiguration: {
                        logConfiguration: {
                            logDriver: "splunk",
                            secretOptions: { "splunk-token": "/api/token" },
                        },
                    },
                },
            ),
        );
        const own = arnOf("secretsmanager", "secret:api-secret-own-0a1b2c3-AbCdEf");
        const token = arnOf("ssm", "parameter/api/token");
        const db = { secret: DB, statement: "ReadSecrets", decryptStatement: "DecryptSecrets" };
        const container = "api";
        const target = "secrets";
        const expected = [
            {
                target: "serviceConnect",
                name: "splunk-token",
                secret: token,
                statement: "ReadParameters",
            },
            {
                ...{ container, target: "environmentFiles", name: "environmentFiles[0]" },
                ...{ secret: FILE, statement: "ReadEnvironmentFiles" },
                decryptStatement: "DecryptEnvironmentFiles",
            },
            { container, target: "repositoryCredentials", name: "repositoryCredentials", ...db },
            { container, target: "secretOptions", name: "splunk-token", ...db },
            { container, target, name: "NAME", secret: token, statement: "ReadParameters" },
            {
                ...{ container, target, name: "OWN", secret: own, statement: "ReadSecrets" },
                versionStage: "AWSPREVIOUS",
            },
            { container, target, name: "PASSWORD", ...db, jsonKey: "password" },
            {
                ...{ container, target, name: "USER", secret: own, statement: "ReadSecrets" },
                jsonKey: "username",
            },
        ];
        const { readers } = recording.outputs[resource(recording, "api").urn];
        assert.deepEqual(readers, expected);
    });
});

describe("the outputs of a service", () => {
    it("are told by the service alone; its task definition tells which it is", async () => {
        const recording = await recordClean(() => new SecretInjectedService("web", fullArgs()));
        const ofService = recording.outputs[resource(recording, "web").urn];
        assert.deepEqual(Object.keys(ofService).sort(), [
            "crossAccountPolicies",
            "executionRoleArn",
            "executionRolePolicy",
            "readers",
            "secretArns",
            "serviceArn",
            "taskDefinitionArn",
            "taskRoleArn",
        ]);
        const { serviceArn, taskDefinitionArn } = ofService;
        assert.equal(serviceArn, arnOf("ecs", "service/web/web-service-0a1b2c3"));
        assert.equal(taskDefinitionArn, arnOf("ecs", "task-definition/web:1"));
        assert.deepEqual(recording.outputs[taskComponent(recording, "web").urn], {
            taskDefinitionArn,
        });
    });

    it("are what the program reads of it", async () => {
        let read: pulumi.Output<unknown> | undefined;
        const recording = await recordClean(() => {
            const web = new SecretInjectedService("web", fullArgs());
            const { executionRoleArn, executionRolePolicy, readers, secretArns, taskRoleArn } = web;
            const { crossAccountPolicies, taskDefinition, service } = web;
            assert.ok(web.secrets.db instanceof Parameter);
            assert.ok(web.secrets.rotated instanceof Secret);
            assert.deepEqual(Object.keys(web.secrets), [
                "db",
                "rotated",
                "router-repositoryCredentials",
                "serviceConnect-splunk-token",
                "web-INLINE",
            ]);
            read = pulumi.output({
                ...{ crossAccountPolicies, executionRoleArn, executionRolePolicy, readers },
                ...{ secretArns, taskRoleArn },
                taskDefinitionArn: taskDefinition.arn,
                serviceArn: service.id,
            });
            assert.equal(web.executionRole?.arn, executionRoleArn);
            assert.equal(web.taskRole?.arn, taskRoleArn);
        });
        const known = await new Promise((resolve) => read?.apply(resolve));
        // As JSON: what is undefined is not told to the engine.
        assert.deepEqual(
            recording.outputs[resource(recording, "web").urn],
            JSON.parse(JSON.stringify(known)),
        );
    });

    it("have no role resource for a role that is known by its ARN alone", async () => {
        await recordClean(() => {
            const existing = "arn:aws:iam::123456789012:role/runner";
            const { executionRole, taskRole } = apiService(
                {},
                { executionRole: { existing }, taskRole: { existing } },
            );
            assert.deepEqual([executionRole, taskRole], [undefined, undefined]);
        });
    });
});

describe("a secret of another account", () => {
    const THEIRS = DB.replace("123456789012", "210987654321");
    const THEIR_KEY = KEY.replace("123456789012", "210987654321");

    it("is read with their key, and both policies over there are put out", async () => {
        const recording = await recordClean(() =>
            apiService({ secrets: { DB: { valueFrom: `${THEIRS}:a::`, kmsKeyId: THEIR_KEY } } }),
        );
        const { crossAccountPolicies, executionRolePolicy } =
            recording.outputs[resource(recording, "api").urn];
        const allow = (Action: string | string[]) => ({
            ...{ Effect: "Allow", Principal: { AWS: ROLE }, Action, Resource: "*" },
        });
        const ViaService = { "kms:ViaService": ["secretsmanager.us-east-1.amazonaws.com"] };
        assert.deepEqual(crossAccountPolicies, [
            {
                secret: THEIRS,
                kmsKeyArn: THEIR_KEY,
                secretPolicy: {
                    Version: "2012-10-17",
                    Statement: [allow("secretsmanager:GetSecretValue")],
                },
                keyPolicyStatement: {
                    ...allow(["kms:Decrypt", "kms:DescribeKey"]),
                    Condition: { StringEquals: ViaService },
                },
            },
        ]);
        assert.deepEqual(JSON.parse(executionRolePolicy as string), {
            Version: "2012-10-17",
            Statement: [
                readSecrets(THEIRS),
                {
                    Sid: "DecryptSecrets",
                    Effect: "Allow",
                    Action: "kms:Decrypt",
                    Resource: [THEIR_KEY],
                    Condition: {
                        StringEquals: {
                            ...ViaService,
                            "kms:EncryptionContext:SecretARN": [THEIRS],
                        },
                    },
                },
            ],
        });
        // Nobody here may look it up.
        assert.ok(!recording.calls.some(({ token }) => token.endsWith("getSecret")));
    });

    it("is none where the component is in that account", async () => {
        const call = (token: string, where: FakeAccount, inputs?: Wire): Wire =>
            token.endsWith("getCallerIdentity")
                ? { accountId: "210987654321" }
                : fakeCall(token, where, inputs);
        const recording = await recordClean(() => apiService({ secrets: { DB: THEIRS } }), {
            call,
        });
        const { crossAccountPolicies } = recording.outputs[resource(recording, "api").urn];
        assert.deepEqual(crossAccountPolicies, []);
    });
});
