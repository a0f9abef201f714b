import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";
import { isRunning } from "../support/orphan";

describe("the simulated AWS", () => {
    let folder: string;

    beforeEach(() => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-orphan-"));
    });
    afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

    it("ends soon after the engine that started it was killed", async () => {
        const provider = path.join(packageRoot(), "bin", "sandbox", "aws", "main.js");
        const args = JSON.stringify([provider, folder]);
        const engine = spawn(process.execPath, [
            "-e",
            `const { spawn } = require("node:child_process");
            const plugin = spawn(process.execPath, ${args}, { detached: true });
            plugin.stdout.once("data", () => console.log(plugin.pid));`,
        ]);
        const pid = await new Promise<number>((resolve) =>
            engine.stdout.once("data", (data: Buffer) => resolve(Number(data))),
        );
        assert.ok(isRunning(pid));
        engine.kill("SIGKILL");
        const deadline = Date.now() + 5_000;
        while (isRunning(pid) && Date.now() < deadline) {
            await new Promise((resolve) => setTimeout(resolve, 50));
        }
        assert.ok(!isRunning(pid), "it is still there");
    });
});
