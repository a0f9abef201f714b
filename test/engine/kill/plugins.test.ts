import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import type { Pause } from "../../../sandbox/aws/pauses";
import { listRest } from "../../support/account-rest";
import { useSandbox } from "../../support/sandbox";
import { InterruptedStack, kill } from "./interrupted";
import { VERSION } from "./messages";
import { describeService, UNDISTURBED } from "./service";

const unwritten: Pause = { operation: "create", token: VERSION, moment: "before" };
const written: Pause = { ...unwritten, moment: "after" };

describe("a plugin that is killed, on the real engine", () => {
    const sandbox = useSandbox();
    let stack: InterruptedStack;

    it("the policy pack, at the first `pulumi up`: nothing is created without it, and a plain `up` goes on", async () => {
        stack = await InterruptedStack.open(sandbox(), "dev");
        const up = await stack.interrupt("up", unwritten, ({ pack }) => kill(pack));
        assert.equal(up.exitCode, 1);
        assert.match(up.output, /error: failed to run remediation: .*(connection|EOF)/);
        assert.deepEqual((await stack.state()).pending, []);
        assert.deepEqual(await stack.listUnknown(), []);
        await stack.assertSecrecy();
        await stack.up();
        assert.deepEqual(describeService(sandbox().account), UNDISTURBED);
        assert.deepEqual((await stack.up()).changes, []);
    });

    it("the provider, when a value was just written: a plain `up` goes on, and deploys once", async () => {
        await stack.changeValues(["own"]);
        const up = await stack.interrupt("up", written, ({ provider }) => kill(provider));
        assert.equal(up.exitCode, 1);
        assert.match(up.output, /error: .*(error reading from server|connection refused)/);
        assert.match(up.output, /error: Detected that .*pulumi-resource-aws exited prematurely/);
        assert.deepEqual((await stack.state()).pending, []);
        assert.deepEqual(await stack.listUnknown(), []);
        await stack.assertSecrecy();
        await stack.up();
        assert.deepEqual(describeService(sandbox().account), { ...UNDISTURBED, deployments: 2 });
        assert.deepEqual((await stack.up()).changes, []);
        await stack.assertSecrecy();
    });

    it("leaves nothing behind that `pulumi destroy` would not delete", async () => {
        assert.equal((await stack.stack.destroy()).exitCode, 0);
        assert.deepEqual(listRest(sandbox().account), []);
    });

    it("the provider, when AWS has just made a secret: the errors name what the state does not know", async () => {
        const made: Pause = { ...written, token: "aws:secretsmanager/secret:Secret" };
        const up = await stack.interrupt("up", made, ({ provider }) => kill(provider));
        assert.equal(up.exitCode, 1);
        const [, name] =
            /aws:secretsmanager:Secret \((web-secret-\w+)\):\n +error: /.exec(up.output) ?? [];
        // It is for a person to look up and delete: the engine has not heard its ARN.
        const [file, ...others] = await stack.listUnknown();
        assert.deepEqual(others, []);
        assert.ok(path.basename(file).startsWith(`${name}-`), `${file}\n${up.output}`);
        assert.deepEqual((await stack.state()).pending, []);
        await stack.assertSecrecy();
        fs.rmSync(path.join(sandbox().account.folder, file));
        assert.equal((await stack.stack.destroy()).exitCode, 0);
        assert.deepEqual(listRest(sandbox().account), []);
    });
});
