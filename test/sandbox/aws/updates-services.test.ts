import assert from "node:assert/strict";
import { listServices } from "../../../sandbox/aws/ecs";
import { allow, TestAccount } from "../../support/simulated-aws";
import { update } from "./engine-steps";

describe("in the simulated AWS", () => {
    let account: TestAccount;
    beforeEach(() => {
        account = new TestAccount();
    });
    afterEach(() => account.remove());

    describe("a service", () => {
        const task = { name: "web", image: "httpd", memory: 128 };
        const definition = () => ({
            family: "web",
            containerDefinitions: JSON.stringify([task]),
        });
        const running = () =>
            listServices(account.account)[0].deployments[0].tasks.filter(
                (one) => one.lastStatus === "RUNNING",
            ).length;

        it("runs as many tasks as it is told to", () => {
            const inputs = {
                cluster: account.output("cluster", {}, "arn"),
                taskDefinition: account.output("task", definition(), "arn"),
                desiredCount: 1,
            };
            const state = account.create("service", inputs);
            for (const desiredCount of [3, 0]) {
                update(account, "service", state, { ...inputs, desiredCount });
                assert.equal(running(), desiredCount);
            }
        });

        for (const reference of ["web", "web:1"]) {
            it(`finds a task definition by ${reference}`, () => {
                account.create("task", definition());
                const cluster = account.output("cluster", {}, "arn");
                account.create("service", { cluster, taskDefinition: reference, desiredCount: 1 });
                assert.equal(running(), 1);
            });
        }

        it("keeps its id when an update fails it, and starts its tasks again", () => {
            const secrets = [{ name: "A", valueFrom: "/web/a" }];
            const cluster = account.output("cluster", {}, "arn");
            const inputs = { cluster, desiredCount: 1, waitForSteadyState: true };
            const plain = account.output("task", definition(), "arn");
            const state = account.create("service", { ...inputs, taskDefinition: plain });
            const taskDefinition = account.output(
                "task",
                {
                    family: "web",
                    executionRoleArn: account.role(allow("ssm:GetParameters")),
                    containerDefinitions: JSON.stringify([{ ...task, secrets }]),
                },
                "arn",
            );
            const failed = update(account, "service", state, { ...inputs, taskDefinition });
            assert.equal(failed.id, state.id);
            assert.match(failed.failures?.[0] ?? "", /invalid ssm parameters: \/web\/a/);
            account.create("parameter", { name: "/web/a", type: "String", value: "fake-value" });
            const mended = update(account, "service", failed, { ...inputs, taskDefinition });
            assert.equal(mended.failures, undefined);
            assert.equal(running(), 1);
        });
    });
});
