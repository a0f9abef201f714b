import assert from "node:assert/strict";
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

const start = path.join(packageRoot(), "bin", "sandbox", "start.js");

describe("npm start", () => {
    let temporary: string;
    const run = (...args: string[]) =>
        spawnSync(process.execPath, [start, ...args], { encoding: "utf8", env: environment() });
    const environment = () => ({
        ...process.env,
        // A setting that users may have, and that would hide the simulated AWS.
        PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
        TMPDIR: temporary,
    });
    const processes = () =>
        spawnSync("ps", ["-eo", "pid,args"], { encoding: "utf8" })
            .stdout.split("\n")
            .filter((line) => line.includes(temporary));
    const sandboxes = () =>
        fs.readdirSync(temporary).filter((name) => name.startsWith("pulumi-ecs"));

    beforeEach(() => {
        // A folder with spaces and a quote: everything in it must survive both.
        temporary = fs.mkdtempSync(path.join(os.tmpdir(), "it's a test "));
    });
    afterEach(() => fs.rmSync(temporary, { recursive: true, force: true }));

    it("shows the article's service, both refusals and the way on, and leaves nothing behind", () => {
        const { status, stdout, stderr } = run();
        assert.equal(status, 0, stdout + stderr);
        for (const part of [
            "AWS below is simulated",
            ":parameter/web/database-password",
            "SSM Parameter Store, SecureString",
            "AWS Secrets Manager",
            '"Service": "ecs-tasks.amazonaws.com"',
            '"Action": "kms:Decrypt"',
            '"image": "httpd"',
            "is RUNNING",
            "container web was given DATABASE_PASSWORD",
            "container web was given log option splunk-token",
            "ecs-task-definition-no-plaintext-secrets (mandatory)",
            "container web: environment DB_PASSWORD is plaintext",
            "ecs-execution-role-require-kms-decrypt (mandatory)",
            "pulumi config set aws:region",
            "pulumi up --policy-pack policypack",
        ]) {
            assert.ok(stdout.includes(part), `${part} is not in\n${stdout}`);
        }
        assert.ok(!stdout.includes("made-up-"), "a value is shown");
        assert.deepEqual(sandboxes(), []);
    });

    it("works again after it was killed in the middle, and removes what was left", async () => {
        const child = spawn(process.execPath, [start], { env: environment(), detached: true });
        await waitFor(child, () =>
            sandboxes().some((name) => hasState(path.join(temporary, name))),
        );
        process.kill(-(child.pid as number), "SIGKILL");
        await new Promise((resolve) => child.once("close", resolve));
        assert.equal(sandboxes().length, 1);
        const { status, stdout, stderr } = run();
        assert.equal(status, 0, stdout + stderr);
        assert.deepEqual(sandboxes(), []);
    });

    // Ctrl-C in a terminal reaches the CLI and its children too, `kill` the one process alone.
    for (const [signal, whom, sign, exitCode] of [
        ["SIGTERM", "alone", 1, 143],
        ["SIGINT", "alone", 1, 130],
        ["SIGINT", "with its whole group", -1, 130],
    ] as const) {
        for (const moment of ["at the first preview", "while it deploys"] as const) {
            it(`leaves nothing when it gets ${signal} ${whom} ${moment}`, async () => {
                const child = spawn(process.execPath, [start], {
                    env: environment(),
                    detached: true,
                });
                const isTime =
                    moment === "while it deploys"
                        ? (folder: string) => hasState(folder)
                        : () => processes().some((line) => line.includes("aws/main.js"));
                await waitFor(child, () =>
                    sandboxes().some((name) => isTime(path.join(temporary, name))),
                );
                process.kill(sign * (child.pid as number), signal);
                const status = await new Promise((resolve) => child.once("exit", resolve));
                assert.equal(status, exitCode);
                assert.deepEqual(sandboxes(), []);
                // What outlives it would write its folder anew.
                await new Promise((resolve) => setTimeout(resolve, 3_000));
                assert.deepEqual(sandboxes(), []);
                assert.deepEqual(processes(), []);
            });
        }
    }

    it("leaves the sandbox, and says where, with --keep", () => {
        const { status, stdout } = run("--keep");
        assert.equal(status, 0);
        const [, folder] = /^Kept: (.*?) \(`/m.exec(stdout) ?? [];
        assert.ok(fs.existsSync(path.join(folder, "environment.sh")), stdout);
        const script = `. "$1" && pulumi stack ls --all`;
        const args = ["-c", script, "sh", path.join(folder, "environment.sh")];
        const list = spawnSync("sh", args, { encoding: "utf8", cwd: temporary });
        assert.equal(list.status, 0, list.stderr);
        assert.match(list.stdout, /article/);
    });

    it("refuses an option that it does not know, with its usage", () => {
        const { status, stderr } = run("--wrong");
        assert.equal(status, 2);
        assert.match(stderr, /'--wrong'.*Usage: npm start/s);
    });
});

function hasState(sandbox: string): boolean {
    const stacks = path.join(sandbox, "state", ".pulumi", "stacks", "article");
    return fs.existsSync(stacks) && fs.readdirSync(stacks).length > 0;
}

async function waitFor(child: ChildProcess, condition: () => boolean): Promise<void> {
    while (!condition()) {
        assert.equal(child.exitCode, null, "npm start has ended too early");
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}
