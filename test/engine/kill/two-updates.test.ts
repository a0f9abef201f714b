import assert from "node:assert/strict";
import { listRest } from "../../support/account-rest";
import { useSandbox } from "../../support/sandbox";
import { InterruptedStack } from "./interrupted";
import { LOCKED, VERSION } from "./messages";
import { describeService, UNDISTURBED } from "./service";

describe("two updates of one stack at once", () => {
    const sandbox = useSandbox();

    it("are one: the other says who holds the lock, and changes nothing", async () => {
        const stack = await InterruptedStack.open(sandbox(), "dev");
        const pause = { operation: "create", token: VERSION, moment: "before" } as const;
        const first = await stack.interrupt("up", pause, async ({ engine }) => {
            const { account } = sandbox();
            const older = listRest(account);
            const second = await stack.stack.up();
            assert.equal(second.exitCode, 1);
            assert.match(second.output, LOCKED);
            assert.ok(second.output.includes(`(pid ${engine})`), second.output);
            assert.deepEqual([second.changes, listRest(account)], [[], older]);
        });
        assert.equal(first.exitCode, 0, first.output);
        assert.deepEqual(describeService(sandbox().account), UNDISTURBED);
        assert.deepEqual(await stack.listUnknown(), []);
        assert.deepEqual((await stack.up()).changes, []);
        await stack.assertSecrecy();
        assert.equal((await stack.stack.destroy()).exitCode, 0);
        assert.deepEqual(listRest(sandbox().account), []);
    });
});
