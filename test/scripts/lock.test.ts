import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as os from "node:os";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

const lockModule = path.join(packageRoot(), "scripts", "lock.js");

interface LockOptions {
    readonly onWait?: (owner: number) => void;
    readonly interval?: number;
}
// The scripts run before anything is compiled: they are no TypeScript.
const { takeLock } = createRequire(__filename)(lockModule) as {
    takeLock: (file: string, options?: LockOptions) => () => void;
};

describe("takeLock", () => {
    let folder: string;
    let file: string;
    const children: ChildProcess[] = [];

    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-lock-"));
        file = path.join(folder, "lock");
    });
    afterEach(() => {
        children.splice(0).forEach((child) => child.kill("SIGKILL"));
        fs.rmSync(folder, { recursive: true, force: true });
    });

    /** Starts a process that takes the lock, and then runs the script. */
    function start(script: string): ChildProcess {
        const code = `
            const fs = require("node:fs");
            const wait = (ms) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
            const log = (word) => fs.appendFileSync(${JSON.stringify(path.join(folder, "log"))}, word + "\\n");
            const { takeLock } = require(${JSON.stringify(lockModule)});
            const unlock = takeLock(${JSON.stringify(file)}, { interval: 5 });
            ${script}`;
        const child = spawn(process.execPath, ["-e", code], { stdio: "inherit" });
        children.push(child);
        return child;
    }
    const log = () => fs.readFileSync(path.join(folder, "log"), "utf8").trim().split("\n");
    const working = `log("in"); wait(30); log("out"); unlock();`;

    it("is held by one process at a time", async () => {
        const codes = await Promise.all([working, working, working].map(start).map(ended));
        assert.deepEqual(codes, [0, 0, 0]);
        assert.deepEqual(log(), ["in", "out", "in", "out", "in", "out"]);
        assert.deepEqual(fs.readdirSync(folder), ["log"]);
    });

    it("is taken over once by several that wait for an owner that is gone", async () => {
        fs.writeFileSync(file, `${pidOfNobody()} stale`);
        const codes = await Promise.all([working, working, working].map(start).map(ended));
        assert.deepEqual(codes, [0, 0, 0]);
        assert.deepEqual(log(), ["in", "out", "in", "out", "in", "out"]);
        assert.deepEqual(fs.readdirSync(folder), ["log"]);
    });

    for (const [name, content] of [
        ["is empty", ""],
        ["names no process", "nobody"],
        ["names process 0, to which everybody may send signals", "0"],
        ["names a process that has ended, in the form of an older version", String(pidOfNobody())],
    ]) {
        it(`is taken over where it ${name}`, () => {
            fs.writeFileSync(file, content);
            takeLock(file)();
            assert.deepEqual(fs.readdirSync(folder), []);
        });
    }

    it("is taken over from an owner that is killed while another waits", async () => {
        const owner = start(`log("held"); wait(60_000);`);
        while (!fs.existsSync(path.join(folder, "log"))) {
            await new Promise((resolve) => setTimeout(resolve, 10));
        }
        const waiting = ended(start(working));
        await new Promise((resolve) => setTimeout(resolve, 200));
        assert.deepEqual(log(), ["held"]);
        owner.kill("SIGKILL");
        assert.equal(await waiting, 0);
        assert.deepEqual(log(), ["held", "in", "out"]);
    });

    it("says once for whom it waits", () => {
        const owners: number[] = [];
        const owner = `${process.pid} not-this-one`;
        fs.writeFileSync(file, owner);
        const onWait = (pid: number) => {
            owners.push(pid);
            // The owner ends.
            fs.rmSync(file);
        };
        takeLock(file, { onWait, interval: 1 })();
        assert.deepEqual(owners, [process.pid]);
    });

    it("is not removed by a process that no longer holds it", () => {
        const unlock = takeLock(file);
        fs.writeFileSync(file, `${process.pid} another`);
        unlock();
        assert.equal(fs.readFileSync(file, "utf8"), `${process.pid} another`);
    });

    it("fails with the reason, and leaves nothing, where it cannot be written", () => {
        const missing = path.join(folder, "missing", "lock");
        assert.throws(() => takeLock(missing), { code: "ENOENT" });
        assert.deepEqual(fs.readdirSync(folder), []);
    });
});

describe("bootstrap", () => {
    let root: string;
    const lock = () => path.join(root, ".bootstrap.lock");

    // A clone without a package.json: its first step fails before it has installed anything.
    beforeEach(() => {
        root = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-clone-"));
        fs.mkdirSync(path.join(root, "scripts"));
        for (const name of ["bootstrap.js", "lock.js"]) {
            const script = path.join(packageRoot(), "scripts", name);
            fs.copyFileSync(script, path.join(root, "scripts", name));
        }
    });
    afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

    const run = (...args: string[]) =>
        spawnSync(process.execPath, [...args, path.join(root, "scripts", "bootstrap.js")], {
            encoding: "utf8",
        });
    const pretend = (version: string) => {
        const file = path.join(root, "pretend.js");
        const versions = `{ ...process.versions, node: "${version}" }`;
        fs.writeFileSync(
            file,
            `Object.defineProperty(process, "versions", { value: ${versions} });`,
        );
        return ["--require", file];
    };

    it("gives its own lock back when a step fails", () => {
        assert.equal(run().status, 1);
        assert.ok(!fs.existsSync(lock()));
    });

    for (const version of ["18.20.4", "20.18.3", "20.9.0"]) {
        it(`refuses Node ${version}, and leaves another process its lock`, () => {
            fs.writeFileSync(lock(), `${process.pid} another`);
            const { status, stderr } = run(...pretend(version));
            assert.equal(status, 1);
            assert.match(stderr, /^This needs Node 20\.19\.0 or newer, and this is Node /);
            assert.ok(stderr.includes(version));
            assert.equal(fs.readFileSync(lock(), "utf8"), `${process.pid} another`);
        });
    }

    for (const version of ["20.19.0", "20.20.2", "22.0.0"]) {
        it(`goes on with Node ${version}`, () => {
            assert.doesNotMatch(run(...pretend(version)).stderr, /This needs Node/);
        });
    }
});

function ended(child: ChildProcess): Promise<number | null> {
    return new Promise((resolve) => child.once("close", resolve));
}

/** A process that has ended. */
function pidOfNobody(): number {
    return spawnSync(process.execPath, ["-e", ""]).pid;
}
