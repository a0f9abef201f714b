import assert from "node:assert/strict";
import { SecretInjectedService } from "../../components";
import { inputsOf, recordClean } from "../support/recorded";

const least = () =>
    new SecretInjectedService("web", {
        cluster: "web",
        cpu: 256,
        memory: 512,
        networkConfiguration: { subnets: ["subnet-0a"] },
        secrets: { api: { value: "made-up-value" }, db: { value: "made-up-value", store: "ssm" } },
        containers: { web: { image: "httpd" } },
    });

const TAGGABLE = [
    "web-execution-role",
    "web-secret-api",
    "web-secret-db",
    "web-service",
    "web-task",
    "web-task-role",
];

describe("args that are left out", () => {
    it("make a Fargate service of one task that is waited for", async () => {
        const {
            taskDefinition: _task,
            triggers: _triggers,
            ...rest
        } = inputsOf(await recordClean(least), "web-service");
        assert.deepEqual(rest, {
            cluster: "web",
            launchType: "FARGATE",
            desiredCount: 1,
            networkConfiguration: { subnets: ["subnet-0a"] },
            deploymentCircuitBreaker: { enable: true, rollback: true },
            waitForSteadyState: true,
            forceNewDeployment: true,
        });
    });

    it("make a task definition with awsvpc, the sizes as text, the component's name", async () => {
        const {
            containerDefinitions,
            executionRoleArn: _role,
            taskRoleArn: _taskRole,
            ...rest
        } = inputsOf(await recordClean(least), "web-task");
        assert.equal(
            containerDefinitions,
            '[{"cpu":0,"environment":[],"essential":true,"image":"httpd","mountPoints":[],' +
                '"name":"web","portMappings":[],"systemControls":[],"volumesFrom":[]}]',
        );
        assert.deepEqual(rest, {
            family: "web",
            networkMode: "awsvpc",
            requiresCompatibilities: ["FARGATE"],
            cpu: "256",
            memory: "512",
        });
    });

    it("leave names to Pulumi, and keys and tags to AWS", async () => {
        const recording = await recordClean(least);
        assert.deepEqual(inputsOf(recording, "web-secret-api"), {});
        assert.deepEqual(Object.keys(inputsOf(recording, "web-secret-db")).sort(), [
            "tier",
            "type",
            "value",
        ]);
        for (const name of TAGGABLE) {
            assert.ok(!("tags" in inputsOf(recording, name)), name);
        }
    });
});

describe("tags", () => {
    it("are on every child that can carry them", async () => {
        const tags = { team: "web" };
        const { resources } = await recordClean(
            () =>
                new SecretInjectedService("web", {
                    cluster: "web",
                    launchType: "EC2",
                    networkMode: "bridge",
                    secrets: {
                        api: { value: "made-up-value" },
                        db: { value: "made-up-value", store: "ssm" },
                    },
                    containers: { web: { image: "httpd", memory: 64 } },
                    tags,
                }),
        );
        const tagged = resources.filter(({ inputs }) => "tags" in inputs);
        assert.deepEqual(tagged.map(({ name }) => name).sort(), TAGGABLE);
        tagged.forEach(({ inputs }) => assert.deepEqual(inputs.tags, tags));
    });
});
