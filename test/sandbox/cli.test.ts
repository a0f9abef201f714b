import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { CliError, runCli, type CliResult } from "../../sandbox/cli";
import type { Engine } from "../../sandbox/engine";

describe("runCli", () => {
    let folder: string;

    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-cli-"));
    });
    afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

    /** Runs a script in the place of the CLI; it says "ready" when it may be stopped. */
    function run(script: string, stopWhenReady?: AbortController): Promise<CliResult> {
        const command = path.join(folder, "pulumi");
        fs.writeFileSync(command, `#!${process.execPath}\n${script}`, { mode: 0o755 });
        const onOutput = (text: string) => {
            if (text.includes("ready")) {
                stopWhenReady?.abort();
            }
        };
        const signal = stopWhenReady?.signal;
        const options = { cwd: folder, env: {}, onOutput, signal, patience: 300 };
        return runCli({ command } as Engine, ["preview"], options);
    }
    const fails = async (command: Promise<CliResult>) => {
        const error: unknown = await command.then(
            () => assert.fail("it ended well"),
            (reason: unknown) => reason,
        );
        assert.ok(error instanceof CliError, String(error));
        return error.result;
    };

    it("keeps a character whole that arrives in two chunks", async () => {
        const { stdout, stderr } = await run(`
            const [first, ...rest] = Buffer.from("…");
            for (const stream of [process.stdout, process.stderr]) {
                stream.write(Buffer.from([first]));
                setTimeout(() => stream.write(Buffer.from(rest)), 100);
            }`);
        assert.equal(stdout, "…");
        assert.equal(stderr, "…");
    });

    it("lets an interrupted command end in good order", async () => {
        const script = `
            process.on("SIGINT", () => setTimeout(() => {
                console.log("in good order");
                process.exit(7);
            }, 50));
            setInterval(() => {}, 1000);
            console.log("ready");`;
        const { exitCode, stdout } = await fails(run(script, new AbortController()));
        assert.equal(exitCode, 7);
        assert.match(stdout, /in good order/);
    });

    it("kills an interrupted command that does not end", async () => {
        const script = `
            process.on("SIGINT", () => {});
            setInterval(() => {}, 1000);
            console.log("ready " + process.pid);`;
        const { exitCode, stdout } = await fails(run(script, new AbortController()));
        assert.equal(exitCode, 1);
        const pid = Number(/ready (\d+)/.exec(stdout)?.[1]);
        assert.throws(() => process.kill(pid, 0), { code: "ESRCH" });
    });

    it("starts no command after the interrupt", async () => {
        const interruption = new AbortController();
        interruption.abort();
        const script = `require("node:fs").writeFileSync("started", "");`;
        await assert.rejects(run(script, interruption), /Interrupted before pulumi preview/);
        assert.ok(!fs.existsSync(path.join(folder, "started")));
    });
});
