import assert from "node:assert/strict";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { SecretInjectedService } from "../../components";
import { listTaskDefinitions } from "../../sandbox/aws/ecs";
import { pack, useSandbox } from "../support/sandbox";

const CANARY = "canary-in-plaintext";

describe("plaintext on the real engine", () => {
    const sandbox = useSandbox();

    it("is blocked at preview in a stack of plain resources, with exit code 1", async () => {
        const stack = await sandbox().stack("dev", {
            project: "plain-resources",
            run: async () => {
                new aws.ecs.TaskDefinition("db", {
                    family: "db",
                    containerDefinitions: JSON.stringify([
                        {
                            name: "db",
                            image: "mysql",
                            memory: 512,
                            environment: [{ name: "MYSQL_ROOT_PASSWORD", value: CANARY }],
                        },
                    ]),
                });
            },
        });
        const preview = await stack.preview(pack);
        assert.equal(preview.exitCode, 1);
        assert.deepEqual(
            preview.policies.map(({ policy, level }) => [policy, level]),
            [["ecs-task-definition-no-plaintext-secrets", "mandatory"]],
        );
        assert.match(
            preview.policies[0].message,
            /container db: environment MYSQL_ROOT_PASSWORD is plaintext/,
        );
        assert.ok(!preview.policies[0].message.includes(CANARY));

        const up = await stack.up(pack);
        assert.equal(up.exitCode, 1);
        assert.deepEqual(listTaskDefinitions(sandbox().account), []);
    });

    it("is refused by the component with all findings, before anything is registered", async () => {
        const stack = await sandbox().stack("dev", {
            project: "refused",
            run: async () => {
                new SecretInjectedService("web", {
                    cluster: "default",
                    launchType: "EC2",
                    networkMode: "bridge",
                    containers: {
                        web: {
                            image: "httpd",
                            memory: 128,
                            environment: { DB_PASSWORD: CANARY, LEGACY: "x" },
                            secrets: { LEGACY: "arn:aws:ssm:nowhere", OTHER: { secret: "none" } },
                        },
                    },
                });
            },
        });
        const preview = await stack.preview(pack);
        assert.notEqual(preview.exitCode, 0);
        for (const path of [
            "containers.web.environment.DB_PASSWORD is plaintext",
            "containers.web.secrets.LEGACY has the name of an environment variable",
            "containers.web.secrets.LEGACY the text begins with arn:",
            "containers.web.secrets.OTHER.secret names no key",
        ]) {
            assert.ok(preview.output.includes(path), `${path} is not in\n${preview.output}`);
        }
        assert.ok(!preview.output.includes(CANARY));
        assert.deepEqual(preview.changes, ["create pulumi:pulumi:Stack"]);
    });

    it("is refused by the component if it is a Pulumi secret, before anything is registered", async () => {
        const stack = await sandbox().stack("dev", {
            project: "tainted",
            run: async () => {
                new SecretInjectedService("web", {
                    cluster: "default",
                    launchType: "EC2",
                    networkMode: "bridge",
                    secrets: { own: { value: pulumi.secret(CANARY) } },
                    containers: {
                        web: {
                            image: "httpd",
                            memory: 128,
                            environment: { GREETING: pulumi.secret(CANARY) },
                            secrets: { OWN: { secret: "own" } },
                        },
                    },
                });
            },
        });
        const preview = await stack.preview(pack);
        assert.notEqual(preview.exitCode, 0);
        assert.match(
            preview.output,
            /containers\.web\.environment\.GREETING is plaintext: its value is a Pulumi secret/,
        );
        assert.ok(!preview.output.includes(CANARY));
        assert.deepEqual(
            preview.changes.filter((change) => !change.includes(" pulumi:")),
            [],
        );
    });
});
