import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { listRest } from "../../support/account-rest";
import { useSandbox } from "../../support/sandbox";
import { InterruptedStack } from "./interrupted";
import { describeService, UNDISTURBED } from "./service";

/** What `ulimit -f` counts in. */
const BLOCK = 512;

/**
 * The size that a file may have while an update runs, where a file says one. A disk that is really
 * full does the same to the state, to the byte; it says "no space left on device".
 */
const LIMITED =
    'case " $* " in *" up "*) [ ! -e "$0" ] || ulimit -f "$(cat "$0")";; esac; exec "$@"';

describe("a disk that is full", function () {
    // The engine tries for half a minute to save a state, and saves twice.
    this.timeout(5 * 60_000);
    const sandbox = useSandbox();
    let stack: InterruptedStack;
    let older: string;
    let existing: string[];
    const limit = () => path.join(sandbox().folder, "limit");
    const folder = (...names: string[]) =>
        path.join(sandbox().folder, "state", ".pulumi", ...names);
    const state = () => folder("stacks", "kill", "dev.json");

    before("bring the service up", async () => {
        stack = await InterruptedStack.open(sandbox(), "dev", ["sh", "-c", LIMITED, limit()]);
        await stack.up();
        await stack.changeValues(["own"]);
        older = fs.readFileSync(state(), "utf8");
        existing = listRest(sandbox().account);
    });

    const failingUp = async (blocks: number): Promise<string> => {
        fs.writeFileSync(limit(), String(blocks));
        const { exitCode, output } = await stack.failingUp();
        fs.rmSync(limit());
        assert.equal(exitCode, 1);
        // Nothing is done in AWS that the state could not be told of before.
        assert.deepEqual(listRest(sandbox().account), existing);
        return output;
    };

    it("from the start lets nothing begin, and `up` goes on after `pulumi cancel`", async () => {
        const output = await failingUp(0);
        assert.match(output, /^error: .*\n? *.*write \S+\/locks\/\S+: file too large/);
        assert.equal(fs.readFileSync(state(), "utf8"), older);
        // The lock was half written.
        assert.match((await stack.failingUp()).output, /^error: unexpected end of JSON input/);
        await stack.cli("cancel", "--yes");
        assert.deepEqual(await stack.listUnknown(), []);
    });

    it("while it updates breaks the engine's state, and `up` goes on from its last backup", async () => {
        const output = await failingUp(Math.ceil(Buffer.byteLength(older) / BLOCK));
        assert.match(
            output,
            /error: pre-step event returned an error: failed to save snapshot: An IO error occurred while writing the new snapshot file: .*: file too large/,
        );
        // Seen on a small disk that was really full as well: it is what the engine does.
        const { output: broken } = await stack.failingUp();
        assert.match(broken, /error: failed to load checkpoint: .*unexpected end of JSON input/);
        const backups = fs.readdirSync(folder("backups", "kill", "dev"));
        const newest =
            backups
                .filter((name) => name.endsWith(".json"))
                .sort()
                .at(-1) ?? "";
        fs.copyFileSync(folder("backups", "kill", "dev", newest), state());
        assert.deepEqual(await stack.listUnknown(), []);
        await stack.up();
        assert.deepEqual(describeService(sandbox().account), { ...UNDISTURBED, deployments: 2 });
        assert.deepEqual((await stack.up()).changes, []);
        await stack.assertSecrecy();
        assert.equal((await stack.stack.destroy()).exitCode, 0);
        assert.deepEqual(listRest(sandbox().account), []);
    });
});
