import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

const start = path.join(packageRoot(), "bin", "sandbox", "start.js");

describe("npm start", () => {
    let temporary: string;
    const run = (...args: string[]) =>
        spawnSync(process.execPath, [start, ...args], { encoding: "utf8", env: environment() });
    const environment = () => ({ ...process.env, TMPDIR: temporary });
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
            "container web: DB_PASSWORD is plaintext",
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
        await waitFor(() => sandboxes().some((name) => hasState(path.join(temporary, name))));
        process.kill(-(child.pid as number), "SIGKILL");
        await new Promise((resolve) => child.once("close", resolve));
        assert.equal(sandboxes().length, 1);
        const { status, stdout, stderr } = run();
        assert.equal(status, 0, stdout + stderr);
        assert.deepEqual(sandboxes(), []);
    });

    it("removes its sandbox when it is interrupted", async () => {
        const child = spawn(process.execPath, [start], { env: environment() });
        await waitFor(() => sandboxes().some((name) => hasState(path.join(temporary, name))));
        child.kill("SIGTERM");
        const status = await new Promise((resolve) => child.once("exit", resolve));
        assert.equal(status, 143);
        assert.deepEqual(sandboxes(), []);
    });

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

async function waitFor(condition: () => boolean): Promise<void> {
    while (!condition()) {
        await new Promise((resolve) => setTimeout(resolve, 20));
    }
}
