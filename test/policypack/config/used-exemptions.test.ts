import assert from "node:assert/strict";
import { PLAINTEXT_CONFIG } from "../../../policypack/config/schema";
import { openUse, takeUses } from "../../../policypack/config/used-exemptions";
import { toResources } from "../../support/pack-stack";
import { runPack } from "../../support/policies";
import { exempting, EXEMPTION, SECRETS, taskWith, VALUE } from "../exemptions/base";

const exemptions = [EXEMPTION];
const open = (policy: string, config: Readonly<Record<string, unknown>>) =>
    openUse(policy, config, PLAINTEXT_CONFIG);

describe("what a process remembers of exemptions", () => {
    beforeEach(() => takeUses());
    after(() => takeUses());

    it("is the same for a policy, as long as its configuration holds the same things", () => {
        assert.equal(open("a", { exemptions }), open("a", { exemptions }));
    });

    it("begins anew where the configuration is another", () => {
        for (const config of [
            {},
            { exemptions: [EXEMPTION] },
            { exemptions, likely: "disabled" },
        ]) {
            const first = open("a", { exemptions });
            assert.notEqual(open("a", config), first);
        }
    });

    it("is kept by policy, and told in the order of their names, once", () => {
        const b = open("b", { exemptions });
        const a = open("a", { exemptions });
        assert.notEqual(a, b);
        assert.deepEqual(takeUses(), [a, b]);
        assert.deepEqual(takeUses(), []);
    });

    it("is forgotten from one run of the pack to the next", async () => {
        const used = taskWith(
            JSON.stringify([{ name: "web", environment: [{ name: "DB_PASSWORD", value: VALUE }] }]),
        );
        const config = exempting({ expires: "2999-12-31" });
        const reportsOn = async (stack: typeof used) =>
            (await runPack(toResources(stack), { config })).map(({ policy }) => policy);
        assert.deepEqual(await reportsOn(used), []);
        assert.deepEqual(takeUses(), []);
        assert.deepEqual(await reportsOn(taskWith("[]")), ["ecs-exemption-require-use"]);
        assert.deepEqual(await reportsOn(used), []);
    });

    it("is of no other policy than the one that was told", () => {
        open(SECRETS, { exemptions });
        open("another", {});
        assert.deepEqual(
            takeUses().map(({ policy, uses }) => [policy, uses.length]),
            [
                ["another", 0],
                [SECRETS, 1],
            ],
        );
    });
});
