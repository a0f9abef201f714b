import assert from "node:assert/strict";
import { listServices, listTaskDefinitions } from "../../sandbox/aws/ecs";
import { listRoles } from "../../sandbox/aws/iam";
import { exampleProgram } from "../../sandbox/program";
import type { Outcome, SandboxStack } from "../../sandbox/stack";
import { listRest } from "../support/account-rest";
import { articleTaskDefinition, withoutAdditions } from "../support/article-task-definition";
import { canary } from "../support/canary";
import { filesContaining } from "../support/files";
import { pack, useSandbox } from "../support/sandbox";

describe("the article's service on the real engine", () => {
    const sandbox = useSandbox();
    const canaries = { database: canary(), splunk: canary(), rotated: canary(), renewed: canary() };
    const seen: Outcome[] = [];
    let stack: SandboxStack;

    const observe = async (run: Promise<Outcome>): Promise<Outcome> => {
        const outcome = await run;
        seen.push(outcome);
        return outcome;
    };
    const expectClean = (outcome: Outcome) => {
        assert.equal(outcome.exitCode, 0, outcome.output);
        assert.deepEqual(outcome.policies, []);
    };

    before(async () => {
        stack = await sandbox().stack("dev", exampleProgram("article"), {
            databasePassword: { value: canaries.database, secret: true },
            splunkToken: { value: canaries.splunk, secret: true },
            waitForSteadyState: { value: "true" },
        });
    });

    it("previews without a word of the pack", async () => {
        const preview = await observe(stack.preview(pack));
        expectClean(preview);
    });

    it("comes up without a word of the pack", async () => {
        expectClean(await observe(stack.up(pack)));
    });

    it("does not change when nothing has changed", async () => {
        const again = await observe(stack.up(pack));
        expectClean(again);
        assert.deepEqual(again.changes, []);
    });

    it("registers the article's task definition", async () => {
        const { executionRoleArn, secretArns } = await stack.outputs();
        const arns = secretArns.value as { splunk: string; database: string };
        const [registered] = listTaskDefinitions(sandbox().account);
        const { containerDefinitions, executionRoleArn: role, ...rest } = registered;
        assert.deepEqual(
            {
                requiresCompatibilities: rest.requiresCompatibilities,
                networkMode: rest.networkMode,
                containerDefinitions: containerDefinitions.map(withoutAdditions),
                executionRoleArn: role,
            },
            articleTaskDefinition({ ...arns, role: executionRoleArn.value as string }),
        );
    });

    it("gives the role one principal, two actions on two ARNs and one key", async () => {
        const { secretArns } = await stack.outputs();
        const { database, splunk } = secretArns.value as { splunk: string; database: string };
        const [role] = listRoles(sandbox().account);
        const [key] = sandbox().account.collection<{ arn: string }>("kms-keys").list();
        assert.deepEqual(JSON.parse(role.assumeRolePolicy), {
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
        assert.deepEqual(
            Object.values(role.inline).map((json) => JSON.parse(json) as unknown),
            [
                {
                    Version: "2012-10-17",
                    Statement: [
                        {
                            Sid: "ReadSecrets",
                            Effect: "Allow",
                            Action: "secretsmanager:GetSecretValue",
                            Resource: [splunk],
                        },
                        {
                            Sid: "ReadParameters",
                            Effect: "Allow",
                            Action: "ssm:GetParameters",
                            Resource: [database],
                        },
                        {
                            Sid: "DecryptParameters",
                            Effect: "Allow",
                            Action: "kms:Decrypt",
                            Resource: [key.arn],
                            Condition: {
                                StringEquals: {
                                    "kms:ViaService": ["ssm.us-east-1.amazonaws.com"],
                                    "kms:EncryptionContext:PARAMETER_ARN": [database],
                                },
                            },
                        },
                    ],
                },
            ],
        );
        assert.deepEqual(role.attached, [
            "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy",
        ]);
    });

    it("runs a task that was given both secrets", () => {
        const [service] = listServices(sandbox().account);
        const [task] = service.deployments[0].tasks;
        assert.equal(task.lastStatus, "RUNNING");
        assert.deepEqual(task.injected, { web: ["DATABASE_PASSWORD", "splunk-token"] });
    });

    it("deploys anew when the parameter's value changes, and changes nothing else", async () => {
        await stack.setConfig({ databasePassword: { value: canaries.rotated, secret: true } });
        const changes = ["update aws:ecs/service:Service", "update aws:ssm/parameter:Parameter"];
        assert.deepEqual((await observe(stack.preview(pack))).changes, changes);
        const before = deployments();
        const up = await observe(stack.up(pack));
        expectClean(up);
        assert.deepEqual(up.changes, changes);
        assert.equal(deployments(), before + 1);
    });

    it("deploys anew when the secret's value changes, and changes nothing else", async () => {
        await stack.setConfig({ splunkToken: { value: canaries.renewed, secret: true } });
        const before = deployments();
        const up = await observe(stack.up(pack));
        expectClean(up);
        assert.deepEqual(
            up.changes.filter((change) => !change.includes("secretVersion")),
            ["update aws:ecs/service:Service"],
        );
        assert.equal(deployments(), before + 1);
        assert.deepEqual((await observe(stack.up(pack))).changes, []);
    });

    it("keeps every value in the simulated store and the encrypted state alone", async () => {
        const encrypted = await stack.export({ showSecrets: false });
        const decrypted = await stack.export({ showSecrets: true });
        const outputs = JSON.stringify(await stack.outputs());
        for (const value of Object.values(canaries)) {
            const files = filesContaining(sandbox().folder, value);
            const stores = /^aws\/us-east-1\/(ssm-parameters|secretsmanager-secrets)\//;
            assert.deepEqual(
                files.filter((file) => !stores.test(file)),
                [],
            );
            assert.ok(!encrypted.includes(value) && !outputs.includes(value));
            const told = seen.filter((outcome) => JSON.stringify(outcome).includes(value));
            assert.deepEqual(
                told.map(({ output }) => output.split("\n")[0]),
                [],
            );
        }
        assert.ok(decrypted.includes(canaries.rotated) && decrypted.includes(canaries.renewed));
        assert.notDeepEqual(filesContaining(sandbox().folder, canaries.rotated), []);
    });

    it("is destroyed without a rest", async () => {
        const destroy = await observe(stack.destroy());
        assert.equal(destroy.exitCode, 0, destroy.output);
        assert.deepEqual(listRest(sandbox().account), []);
    });

    function deployments(): number {
        return listServices(sandbox().account)[0].deployments.length;
    }
});
