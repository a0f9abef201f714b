import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Pause } from "../../../sandbox/aws/pauses";
import { listRest } from "../../support/account-rest";
import { useSandbox } from "../../support/sandbox";
import { InterruptedStack, kill } from "./interrupted";
import { LOCKED, pendingCreate, VERSION } from "./messages";
import { describeService, UNDISTURBED } from "./service";

const SERVICE = "aws:ecs/service:Service";

const creating = (token: string, moment: Pause["moment"]): Pause => ({
    operation: "create",
    token,
    moment,
});

describe("an engine that is interrupted", () => {
    const sandbox = useSandbox();
    let stack: InterruptedStack;

    before("bring nothing up", async () => {
        stack = await InterruptedStack.open(sandbox(), "dev");
    });

    /** The one step that an engine asks for that was killed and could not give its lock back. */
    const cancel = async () => {
        const { exitCode, output } = await stack.stack.up();
        assert.equal(exitCode, 1);
        assert.match(output, LOCKED);
        await stack.cli("cancel", "--yes");
    };
    const clearPending = () =>
        stack.cli("refresh", "--yes", "--skip-preview", "--clear-pending-creates");
    const assertGoesOn = async (deployments: number) => {
        const up = await stack.up();
        assert.deepEqual(describeService(sandbox().account), { ...UNDISTURBED, deployments });
        assert.deepEqual((await stack.up()).changes, []);
        await stack.assertSecrecy();
        return up;
    };

    it("by SIGKILL before a first value is written goes on after `pulumi cancel`", async () => {
        const killed = await stack.interrupt("up", creating(VERSION, "before"), ({ engine }) =>
            kill(engine),
        );
        assert.notEqual(killed.exitCode, 0);
        assert.deepEqual((await stack.state()).pending, ["creating web-secret-api-version"]);
        assert.deepEqual(await stack.listUnknown(), []);
        await stack.assertSecrecy();
        await cancel();
        const { output } = await assertGoesOn(1);
        assert.match(output, pendingCreate("web-secret-api-version"));
        await clearPending();
        assert.deepEqual((await stack.state()).pending, []);
    });

    it("by Ctrl-C when a value was just written ends in good order, and a plain `up` goes on", async () => {
        await stack.changeValues(["own"]);
        const { exitCode, output } = await stack.interrupt(
            "up",
            creating(VERSION, "after"),
            ({ engine, told }) => {
                process.kill(engine, "SIGINT");
                return told(
                    "^C received; cancelling. If you would like to terminate immediately, press ^C again.\n",
                );
            },
        );
        assert.equal(exitCode, 1);
        assert.match(output, /error: context canceled/);
        assert.deepEqual((await stack.state()).pending, []);
        assert.deepEqual(await stack.listUnknown(), []);
        await assertGoesOn(2);
    });

    it("by Ctrl-C twice when a value was just written says what is unknown, and a plain `up` goes on", async () => {
        await stack.changeValues(["own"]);
        const { exitCode, output } = await stack.interrupt(
            "up",
            creating(VERSION, "after"),
            async ({ engine, told }) => {
                process.kill(engine, "SIGINT");
                await told("^C received; cancelling.");
                process.kill(engine, "SIGINT");
                await told("^C received; terminating");
            },
        );
        assert.equal(exitCode, 8);
        assert.match(output, /web-secret-own-version creating replacement \(interrupted\)/);
        assert.match(output, /error: update cancelled/);
        assert.deepEqual((await stack.state()).pending, ["creating web-secret-own-version"]);
        const up = await assertGoesOn(3);
        assert.match(up.output, pendingCreate("web-secret-own-version"));
        await clearPending();
        assert.deepEqual((await stack.state()).pending, []);
    });

    it("by SIGKILL while it destroys goes on after `pulumi cancel`, and leaves nothing", async () => {
        const pause = { operation: "delete", token: SERVICE, moment: "after" } as const;
        const killed = await stack.interrupt("destroy", pause, ({ engine }) => kill(engine));
        assert.notEqual(killed.exitCode, 0);
        assert.deepEqual((await stack.state()).pending, ["deleting web-service"]);
        await cancel();
        const destroy = await stack.stack.destroy();
        assert.equal(destroy.exitCode, 0, destroy.output);
        assert.deepEqual(listRest(sandbox().account), []);
        assert.deepEqual((await stack.state()).pending, []);
    });

    it("by SIGKILL when AWS has just made a service knows that it does not know it", async () => {
        await stack.interrupt("up", creating(SERVICE, "after"), ({ engine }) => kill(engine));
        assert.deepEqual((await stack.state()).pending, ["creating web-service"]);
        // AWS has it, and its ARN was never heard: this one is for a person to look up and delete.
        const [file, ...others] = await stack.listUnknown();
        assert.match(file, /^us-east-1\/ecs-services\/web-\w{7}%2Fweb-service-\w{7}\.json$/);
        assert.deepEqual(others, []);
        fs.rmSync(path.join(sandbox().account.folder, file));
        await cancel();
        await clearPending();
        await assertGoesOn(1);
        assert.equal((await stack.stack.destroy()).exitCode, 0);
        assert.deepEqual(listRest(sandbox().account), []);
    });
});
