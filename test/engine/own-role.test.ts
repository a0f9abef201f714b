import assert from "node:assert/strict";
import { listServices } from "../../sandbox/aws/ecs";
import { listRoles } from "../../sandbox/aws/iam";
import { listSecrets } from "../../sandbox/aws/secretsmanager";
import { exampleProgram } from "../../sandbox/program";
import { pack, useSandbox } from "../support/sandbox";

describe("a role that the program may not give rights to, on the real engine", () => {
    const sandbox = useSandbox();

    it("is left as it is, and the rights that it lacks are put out and told", async () => {
        const stack = await sandbox().stack("dev", exampleProgram("bring-your-own-role"), {
            apiToken: { value: "made-up", secret: true },
            attachPolicies: { value: "false" },
        });
        const up = await stack.up();
        assert.equal(up.exitCode, 0, up.output);
        const { account } = sandbox();
        const [role] = listRoles(account).filter(({ name }) => name.startsWith("tasks-"));
        assert.deepEqual([role.inline, role.attached], [{}, []]);

        const [{ arn }] = listSecrets(account);
        const json = (await stack.outputs()).executionRolePolicy.value as string;
        assert.deepEqual(JSON.parse(json), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "ReadSecrets",
                    Effect: "Allow",
                    Action: "secretsmanager:GetSecretValue",
                    Resource: [arn],
                },
            ],
        });
        const told = `SecretInjectedService web: attach this policy to ${role.arn}, or no task can start: ${json}`;
        assert.ok(up.output.includes(told), up.output);

        const [task] = listServices(account)[0].deployments[0].tasks;
        assert.equal(task.lastStatus, "STOPPED");
        assert.match(task.stoppedReason ?? "", /is not authorized.*secretsmanager:GetSecretValue/);

        const { exitCode, policies } = await stack.preview(pack);
        assert.equal(exitCode, 1);
        assert.deepEqual(
            policies.map(({ policy, level }) => [policy, level]),
            [["ecs-execution-role-require-secret-access", "mandatory"]],
        );
    });
});
