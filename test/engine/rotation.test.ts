import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService } from "../../components";
import { listServices } from "../../sandbox/aws/ecs";
import { findLabelled, listSecrets, putSecretValue } from "../../sandbox/aws/secretsmanager";
import { listMessages } from "../../sandbox/aws/sqs";
import { listParameters, putParameterValue } from "../../sandbox/aws/ssm";
import { failNext, listExecutions } from "../../sandbox/aws/states";
import type { SandboxStack } from "../../sandbox/stack";
import { canary } from "../support/canary";
import { pack, secretConfig, useSandbox } from "../support/sandbox";

const program = async (): Promise<void> => {
    const config = new pulumi.Config();
    new SecretInjectedService("web", {
        cluster: new aws.ecs.Cluster("web").arn,
        cpu: 256,
        memory: 512,
        networkConfiguration: { subnets: ["subnet-0a"] },
        redeployOnRotation: true,
        secrets: {
            api: { external: { initialValue: config.requireSecret("api") } },
            token: { store: "ssm", external: { initialValue: config.requireSecret("token") } },
            own: { value: config.requireSecret("own") },
        },
        containers: {
            web: {
                image: "httpd",
                secrets: {
                    API: { secret: "api" },
                    TOKEN: { secret: "token" },
                    OWN: { secret: "own" },
                },
            },
        },
    });
};

describe("a rotation outside, on the real engine", () => {
    const sandbox = useSandbox();
    const values = new Map(["api", "token", "own"].map((key) => [key, canary()]));
    let stack: SandboxStack;

    before("bring the service up", async () => {
        stack = await sandbox().stack(
            "dev",
            { project: "rotation", run: program },
            secretConfig(values),
        );
        const { exitCode, output, policies } = await stack.up(pack);
        assert.equal(exitCode, 0, output);
        assert.deepEqual(policies, []);
    });

    it("is none while the first values are written", () => {
        assert.deepEqual(state(), { deployments: 1, executions: [], messages: 0 });
    });

    it("of a secret deploys once, and the new tasks read the new version", async () => {
        const versionId = rotate();
        assert.deepEqual(state(), { deployments: 2, executions: [DEPLOYED], messages: 0 });
        assert.equal(newestTask().lastStatus, "RUNNING", newestTask().stoppedReason);
        assert.equal(newestTask().versions.web.API, versionId);
    });

    it("of a parameter deploys once, and the new tasks read the new version", () => {
        const [{ arn }] = listParameters(sandbox().account);
        const version = putParameterValue(sandbox().account, arn, canary());
        assert.deepEqual(state(), {
            deployments: 3,
            executions: [DEPLOYED, DEPLOYED],
            messages: 0,
        });
        assert.equal(newestTask().lastStatus, "RUNNING", newestTask().stoppedReason);
        assert.equal(newestTask().versions.web.TOKEN, version);
    });

    it("is left alone by `pulumi up`, even when the first version is long gone", async () => {
        const versionId = [rotate(), rotate()][1];
        const older = state();
        assert.deepEqual((await stack.up(pack)).changes, []);
        assert.deepEqual(state(), older);
        assert.equal(currentVersion(), versionId);
    });

    it("is left alone by `pulumi refresh` and `pulumi up`", async () => {
        const [versionId, older] = [currentVersion(), state()];
        await stack.cli(["refresh", "--stack", "dev", "--yes", "--skip-preview"]);
        const up = await stack.up(pack);
        assert.equal(up.exitCode, 0, up.output);
        assert.deepEqual(up.changes, []);
        assert.deepEqual(state(), older);
        assert.equal(currentVersion(), versionId);
    });

    it("is none when `pulumi up` changes a value, which deploys once by itself", async () => {
        const older = state();
        await stack.setConfig(secretConfig([["own", canary()]]));
        const up = await stack.up(pack);
        assert.equal(up.exitCode, 0, up.output);
        assert.deepEqual(state(), { ...older, deployments: older.deployments + 1 });
        assert.deepEqual((await stack.up(pack)).changes, []);
    });

    it("deploys once although UpdateService failed twice", () => {
        const older = state();
        failNext(sandbox().account, "ecs:UpdateService", "ThrottlingException", 2);
        rotate();
        const executions = [...older.executions, [["Redeploy", 3]]];
        assert.deepEqual(state(), { deployments: older.deployments + 1, executions, messages: 0 });
    });

    it("lands in the queue, without a value, when UpdateService goes on failing", () => {
        const older = state();
        failNext(sandbox().account, "ecs:UpdateService", "ServerException", 7);
        const value = canary();
        rotate(value);
        assert.deepEqual(state(), {
            deployments: older.deployments,
            executions: [
                ...older.executions,
                [
                    ["Redeploy", 7],
                    ["Report", 1],
                    ["Failed", 1],
                ],
            ],
            messages: 1,
        });
        const [{ body }] = listMessages(sandbox().account);
        const { service, error, event } = JSON.parse(body) as {
            service: string;
            error: { Error: string };
            event: { resources: string[] };
        };
        assert.equal(service, listServices(sandbox().account)[0].serviceArn);
        assert.equal(error.Error, "Ecs.ServerException");
        assert.deepEqual(event.resources, [external().arn]);
        assert.ok(!body.includes(value));
    });

    const DEPLOYED = [["Redeploy", 1]];

    /** How often the service was deployed, what the state machine did, and what it gave up. */
    function state() {
        const { account } = sandbox();
        return {
            deployments: listServices(account)[0].deployments.length,
            executions: listExecutions(account).map(({ history }) =>
                history.map(({ state: name, attempts }) => [name, attempts]),
            ),
            messages: listMessages(account).length,
        };
    }

    function external() {
        const [secret] = listSecrets(sandbox().account).filter(({ name }) => name.includes("api"));
        return secret;
    }

    function rotate(value = canary()): string {
        return putSecretValue(sandbox().account, external().arn, value);
    }

    function currentVersion(): string | undefined {
        return findLabelled(external(), "AWSCURRENT")?.versionId;
    }

    function newestTask() {
        return listServices(sandbox().account)[0].deployments[0].tasks[0];
    }
});
