import assert from "node:assert/strict";
import { listServices } from "../../sandbox/aws/ecs";
import { exampleProgram } from "../../sandbox/program";
import type { Outcome } from "../../sandbox/stack";
import { pack, useSandbox } from "../support/sandbox";

const POLICY = "ecs-execution-role-require-kms-decrypt";
const config = { databasePassword: { value: "made-up", secret: true } };

describe("a role without kms:Decrypt on the real engine", () => {
    const sandbox = useSandbox();
    const ofPolicy = ({ policies }: Outcome) => policies.filter(({ policy }) => policy === POLICY);

    it("is suspected at the first preview, where no document is computed from the key", async () => {
        const stack = await sandbox().stack("dev", exampleProgram("without-decrypt"), config);
        const preview = await stack.preview(pack);
        assert.equal(preview.exitCode, 0, preview.output);
        const [report, ...rest] = ofPolicy(preview);
        assert.deepEqual(rest, []);
        assert.equal(report.level, "advisory");
        assert.match(
            report.message,
            /^suspected: .*parameter web.*: no policy of the task execution role web that is known allows it/,
        );
    });

    it("fails the update with the policy's name and the statement to add", async () => {
        const stack = await sandbox().stack("dev", exampleProgram("without-decrypt"), config);
        const up = await stack.up(pack);
        assert.equal(up.exitCode, 1);
        const [report] = ofPolicy(up);
        assert.equal(report.level, "mandatory");
        assert.match(
            report.message,
            /secrets DATABASE_PASSWORD of container web \(parameter web\)/,
        );
        assert.match(report.message, /"Action":"kms:Decrypt"/);
        assert.ok(up.output.includes(POLICY));
    });

    it("is blocked at preview, with exit code 1, once the key exists", async () => {
        const stack = await sandbox().stack("dev", exampleProgram("without-decrypt"), config);
        const preview = await stack.preview(pack);
        assert.equal(preview.exitCode, 1);
        assert.equal(ofPolicy(preview)[0].level, "mandatory");
        await stack.destroy();
    });

    it("cannot start its task when it is brought up without the pack", async () => {
        const stack = await sandbox().stack("bare", exampleProgram("without-decrypt"), config);
        const up = await stack.up();
        assert.equal(up.exitCode, 0, up.output);
        const [task] = listServices(sandbox().account)[0].deployments[0].tasks;
        assert.equal(task.lastStatus, "STOPPED");
        assert.match(
            task.stoppedReason ?? "",
            /^ResourceInitializationError: unable to pull secrets or registry auth: .* kms:Decrypt/,
        );
    });

    it("fails the update by itself where steady state is waited for", async () => {
        const stack = await sandbox().stack("bare", exampleProgram("without-decrypt"), {
            ...config,
            waitForSteadyState: { value: "true" },
        });
        const up = await stack.up();
        assert.equal(up.exitCode, 1);
        assert.match(
            up.output,
            /simulated AWS: .*ResourceInitializationError: unable to pull secrets/,
        );
    });

    it("comes up, with the pack content, as soon as the statement is added", async () => {
        const stack = await sandbox().stack("bare", exampleProgram("without-decrypt"), {
            ...config,
            grantDecrypt: { value: "true" },
            waitForSteadyState: { value: "true" },
        });
        const up = await stack.up(pack);
        assert.equal(up.exitCode, 0, up.output);
        assert.deepEqual(up.policies, []);
        const [task] = listServices(sandbox().account)[0].deployments[0].tasks;
        assert.equal(task.lastStatus, "RUNNING");
    });
});
