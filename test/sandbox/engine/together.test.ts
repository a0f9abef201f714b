import assert from "node:assert/strict";
import { ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lockPath } from "../../../sandbox/engine/cache-lock";
import { Engine } from "../../../sandbox/engine/engine";
import { Room } from "./fake-executables";

interface Running {
    readonly child: ChildProcess;
    readonly lines: Promise<string[]>;
}

describe("several processes that find the engine", () => {
    let room: Room;
    beforeEach(() => {
        room = new Room();
    });
    afterEach(() => room.remove());

    function start(): Running {
        const args = [
            "-r",
            "ts-node/register/transpile-only",
            join(__dirname, "find-engine-process.ts"),
        ];
        const child = spawn(process.execPath, args, {
            env: room.env(),
            stdio: ["ignore", "pipe", "inherit"],
        });
        let text = "";
        child.stdout.on("data", (piece) => (text += piece));
        // "exit": a fake build that outlives its parent still holds the pipe.
        const lines = new Promise<string[]>((resolve) =>
            child.on("exit", () => setImmediate(() => resolve(text.trimEnd().split("\n")))),
        );
        return { child, lines };
    }
    const engineOf = (lines: string[]): Engine => JSON.parse(lines[lines.length - 1]) as Engine;
    const buildsOf = (): number =>
        existsSync(room.goRuns)
            ? readFileSync(room.goRuns, "utf8").trimEnd().split("\n").length
            : 0;

    async function interruptBuild(signal: NodeJS.Signals): Promise<void> {
        room.go("go1.26.8", 1);
        const { child, lines } = start();
        while (buildsOf() === 0) {
            await sleep(20);
        }
        child.kill(signal);
        await lines;
        assert.ok(!existsSync(room.cached));
        assert.equal(
            readdirSync(room.engines).filter((n) => n.startsWith("unfinished-")).length,
            1,
        );
        room.go("go1.26.8");
    }

    it("build once: the second waits, says so, and uses what the first made", async () => {
        room.go("go1.26.8", 1);
        const all = await Promise.all([start().lines, start().lines]);
        assert.equal(buildsOf(), 1);
        assert.deepEqual(all.map((lines) => engineOf(lines).source).sort(), ["Go", "cache"]);
        const waiting = all.map(
            (lines) => lines.filter((line) => line.startsWith("Waiting")).length,
        );
        assert.deepEqual(waiting.sort(), [0, 1]);
        assert.deepEqual(readdirSync(room.engines), ["3.259.0"]);
    });

    it("start anew after one that was told to stop while it built", async () => {
        await interruptBuild("SIGTERM");
        assert.equal(engineOf(await start().lines).source, "Go");
        assert.deepEqual(readdirSync(room.engines), ["3.259.0"]);
    });

    it("take over the lock of one that was killed while it built", async () => {
        await interruptBuild("SIGKILL");
        const lock = lockPath(room.env());
        assert.ok(existsSync(lock), "nobody could release it");
        const longAgo = new Date(Date.now() - 60_000);
        utimesSync(lock, longAgo, longAgo);
        assert.equal(engineOf(await start().lines).source, "Go");
        assert.deepEqual(readdirSync(room.engines), ["3.259.0"]);
    });

    it("wait as long as the lock is fresh", async () => {
        room.go("go1.26.8");
        mkdirSync(lockPath(room.env()), { recursive: true });
        const { child, lines } = start();
        await sleep(1500);
        child.kill();
        const waiting = (await lines).filter((line) => line.startsWith("Waiting"));
        assert.deepEqual(waiting, ["Waiting for another process that installs or builds Pulumi…"]);
        assert.equal(buildsOf(), 0);
    });
});
