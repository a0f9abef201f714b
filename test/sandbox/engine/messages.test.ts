import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { StepResult } from "../../../sandbox/engine/engine";
import { formatDuration, withProgress } from "../../../sandbox/engine/progress";
import { runCommand } from "../../../sandbox/engine/run-command";
import { findTellingLine } from "../../../sandbox/engine/telling-line";

describe("findTellingLine", () => {
    const rows: [string, string, string | undefined][] = [
        ["gives the only line", "no space left\n", "no space left"],
        [
            "passes over downloads and headings",
            "go: downloading a v1\n# a/b\nx.go:1: bad",
            "x.go:1: bad",
        ],
        [
            "prefers what calls itself an error",
            "code: -2\n stdout: \n stderr: Command failed: /bin/sh x\nError: no such release\n err?: Error: Command failed",
            "Error: no such release",
        ],
        [
            "takes the frame's own words if there are no others",
            " stderr: Command failed: sh",
            "Command failed: sh",
        ],
        ["removes colours", "\u001b[31;1merror: no\u001b[0m", "error: no"],
        [
            "strikes out a password",
            "Get https://me:hunter2@host/x: 401",
            "Get https://***@host/x: 401",
        ],
        ["strikes out a token", "Get https://ghp_0123@host/x: 401", "Get https://***@host/x: 401"],
        ["leaves an @ that is no password", "https://host/a@v1: 404", "https://host/a@v1: 404"],
        ["gives none if nothing is said", "\n  \ngo: downloading a v1\n", undefined],
    ];
    for (const [name, output, expected] of rows) {
        it(name, () => assert.equal(findTellingLine(output), expected));
    }
    it("cuts a line that is long", () =>
        assert.equal(findTellingLine("x".repeat(999))?.length, 300));
});

describe("withProgress", () => {
    const words = { start: "Building…", ongoing: "Still building…", done: "Built it" };

    it("tells the start, a sign of life, and the time it took", async () => {
        const lines: string[] = [];
        const found = {
            command: "/p",
            version: "3.259.0",
            source: "Go",
            hasNodeLanguageHost: false,
        } as const;
        const work = async (): Promise<StepResult> => {
            while (lines.length < 2) {
                await sleep(5);
            }
            return { found };
        };
        await withProgress({ report: (line) => lines.push(line) }, words, work, 50);
        assert.deepEqual(lines.slice(0, 2), ["Building…", "Still building… (0 s)"]);
        assert.equal(lines.at(-1), "Built it in 0 s.");
    });
    it("tells that it gave up", async () => {
        const lines: string[] = [];
        await withProgress({ report: (l) => lines.push(l) }, words, async () => ({
            outcome: "no",
        }));
        assert.deepEqual(lines, ["Building…", "Gave up after 0 s."]);
    });
    it("writes minutes from one minute on", () => {
        assert.deepEqual([0, 59_400, 185_000].map(formatDuration), ["0 s", "59 s", "3 min 5 s"]);
    });
});

describe("runCommand", () => {
    const settings = { env: { SHOWN: "yes" }, timeout: 5000 };
    const rows: [string, string, object][] = [
        [
            "gives what was printed",
            "echo $SHOWN $PULUMI_SKIP_UPDATE_CHECK",
            { stdout: "yes true\n" },
        ],
        ["gives the reason from stderr", "echo out; echo why >&2; exit 3", { failure: "why" }],
        [
            "gives the reason from stdout if stderr is silent",
            "echo why; exit 3",
            { failure: "why" },
        ],
        ["gives the exit code of the silent", "exit 3", { failure: "exit code 3" }],
        ["gives the signal", "kill -9 $$", { failure: "ended by SIGKILL" }],
        ["lets the command read nothing", "read line || echo nothing", { stdout: "nothing\n" }],
    ];
    for (const [name, script, expected] of rows) {
        it(name, async () => {
            assert.deepEqual(await runCommand("/bin/sh", ["-c", script], settings), expected);
        });
    }
    it("stops what takes too long, without waiting for its children", async () => {
        const started = Date.now();
        const outcome = await runCommand("/bin/sh", ["-c", "sleep 3; true"], {
            env: { PATH: "/usr/bin:/bin" },
            timeout: 200,
        });
        assert.deepEqual(outcome, { failure: "stopped, it took longer than 0.2 s" });
        assert.ok(Date.now() - started < 2000);
    });
    it("says that there is no such command", async () => {
        const outcome = await runCommand("/no/such", [], settings);
        assert.deepEqual(outcome, { failure: "cannot be started: spawn /no/such ENOENT" });
    });
});
