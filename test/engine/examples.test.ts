import assert from "node:assert/strict";
import type { EngineEvent } from "@pulumi/pulumi/automation";
import { listServices, listTaskDefinitions, type Task } from "../../sandbox/aws/ecs";
import { startTask } from "../../sandbox/aws/ecs/agent";
import { exampleProgram } from "../../sandbox/program";
import type { Outcome, SandboxStack } from "../../sandbox/stack";
import { listRest } from "../support/account-rest";
import { canary } from "../support/canary";
import { EXAMPLES, type ExampleRow } from "../support/example-table";
import { filesContaining } from "../support/files";
import { pack, secretConfig, useSandbox } from "../support/sandbox";

/** What the change of a value in the config does to the resource that keeps it. */
const KEPT = {
    parameter: ["update aws:ssm/parameter:Parameter"],
    secret: ["create-replacement", "delete-replaced", "replace"].map(
        (step) => `${step} aws:secretsmanager/secretVersion:SecretVersion`,
    ),
};

const STORES = /^aws\/(accounts\/\d+\/)?us-east-1\/(ssm-parameters|secretsmanager-secrets)\//;

describe("on the real engine", () => {
    const sandbox = useSandbox();
    for (const row of EXAMPLES) {
        describe(`the example ${row.example}`, () => describeExample(row));
    }

    function describeExample(row: ExampleRow): void {
        const { example, config, injected, change, deployments = 1, made } = row;
        const values = new Map(config.map((key) => [key, canary()]));
        const canaries = [...values.values()];
        const generated: string[] = [];
        const seen: Outcome[] = [];
        let stack: SandboxStack;

        const observe = async (run: Promise<Outcome>): Promise<Outcome> => {
            const outcome = await run;
            seen.push(outcome);
            assert.equal(outcome.exitCode, 0, outcome.output);
            return outcome;
        };
        const up = async (): Promise<readonly string[]> => {
            const outcome = await observe(stack.up(pack));
            assert.deepEqual(outcome.policies, []);
            return outcome.changes;
        };

        before(async () => {
            stack = await sandbox().stack("dev", exampleProgram(example), secretConfig(values));
        });

        it("previews without a word of the pack", async () => {
            const { policies } = await observe(stack.preview(pack));
            assert.deepEqual(policies, []);
        });

        it("comes up without a word of the pack, and its task is given its secrets", async () => {
            await up();
            generated.push(...(made?.(sandbox().account) ?? []));
            const task = runTask();
            assert.equal(task.lastStatus, "RUNNING", task.stoppedReason);
            assert.deepEqual(task.injected, injected);
        });

        it("does not change when nothing has changed", async () => {
            assert.deepEqual(await up(), []);
        });

        const times = ["not deployed", "deployed once"][deployments];
        it(`is ${times} when a value changes, and keeps its secrets`, async () => {
            const value = canary();
            canaries.push(value);
            const [older, { versions }] = [countDeployments(), runTask()];
            if ("outside" in change) {
                change.outside(sandbox().account, value);
                assert.equal(countDeployments(), older + deployments);
                assert.deepEqual(await up(), []);
            } else {
                await stack.setConfig(secretConfig([[change.config, value]]));
                assert.deepEqual(await up(), [
                    ...KEPT[change.keeper].filter((step) => !step.startsWith("update")),
                    ...(deployments > 0 ? ["update aws:ecs/service:Service"] : []),
                    ...KEPT[change.keeper].filter((step) => step.startsWith("update")),
                ]);
            }
            assert.equal(countDeployments(), older + deployments);
            const task = runTask();
            assert.equal(task.lastStatus, "RUNNING", task.stoppedReason);
            assert.deepEqual(task.injected, injected);
            if (Object.values(injected).flat().length > 0) {
                assert.notDeepEqual(task.versions, versions);
            }
            assert.notDeepEqual(filesContaining(sandbox().folder, value), []);
        });

        it("keeps every value in the simulated store and the encrypted state alone", async () => {
            const state = await stack.export({ showSecrets: false });
            for (const value of [...canaries, ...generated]) {
                assert.ok(value.length >= 30);
                const files = filesContaining(sandbox().folder, value);
                assert.deepEqual(
                    files.filter((file) => !STORES.test(file)),
                    [],
                );
                assert.ok(!state.includes(value));
                const outcomes = generated.includes(value) ? seen.map(withoutDebug) : seen;
                const told = outcomes.filter((outcome) => JSON.stringify(outcome).includes(value));
                assert.equal(told.length, 0, "a value is told");
            }
        });

        it("is destroyed without a rest", async () => {
            await observe(stack.destroy());
            assert.deepEqual(listRest(sandbox().account), []);
        });
    }

    function countDeployments(): number {
        const services = listServices(sandbox().account);
        return services.flatMap(({ deployments }) => deployments).length;
    }

    /** The newest task of the service; of a task definition without one, a task that is run. */
    function runTask(): Task {
        const { account } = sandbox();
        const [service] = listServices(account);
        const [definition] = listTaskDefinitions(account).filter((one) => one.status === "ACTIVE");
        return service?.deployments[0].tasks[0] ?? startTask(account, definition, "jobs");
    }
});

/** Pulumi's own debug messages show in clear what does not come from config; the README says so. */
function withoutDebug(outcome: Outcome): Outcome {
    // The SDK's type does not know that severity.
    const severity = ({ diagnosticEvent }: EngineEvent): string | undefined =>
        diagnosticEvent?.severity;
    const events = outcome.events.filter((event) => severity(event) !== "debug");
    return { ...outcome, events };
}
