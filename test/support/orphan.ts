import { spawnSync } from "node:child_process";
import assert from "node:assert/strict";
import * as fs from "node:fs";
import { setTimeout } from "node:timers/promises";

/** An engine that is killed as soon as its plugin listens. */
const ENGINE = `
const plugin = require("node:child_process").spawn(process.argv[1], ["127.0.0.1:1"]);
plugin.stdout.once("data", () => {
    console.log(plugin.pid);
    process.kill(process.pid, "SIGKILL");
});`;

/** Asserts that a plugin, which is one executable file, soon ends after the engine that started it. */
export async function assertEndsWithEngine(executable: string): Promise<void> {
    const args = ["-e", ENGINE, executable];
    const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8", timeout: 10_000 });
    const pid = Number(stdout.trim());
    assert.ok(pid > 0, `it was started: ${stdout}`);
    const until = Date.now() + 8_000;
    while (isRunning(pid) && Date.now() < until) {
        await setTimeout(100);
    }
    assert.equal(isRunning(pid), false);
}

/** Whether a process runs; one that has ended, and that nobody has waited for, does not. */
export function isRunning(pid: number): boolean {
    try {
        process.kill(pid, 0);
    } catch {
        return false;
    }
    const stat = `/proc/${pid}/stat`;
    return !fs.existsSync(stat) || !/\) Z /.test(fs.readFileSync(stat, "utf8"));
}
