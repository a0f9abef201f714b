import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CONTROLS } from "../../acceptance/controls";
import { listExamples } from "../../acceptance/examples";
import { preparePython, PythonError } from "../../acceptance/python";
import { main } from "../../acceptance/run";
import { makeUpSetting, missingSetting } from "../../acceptance/settings";

describe("the acceptance run", () => {
    it("takes every folder of the examples that has a program", () => {
        assert.ok(listExamples().includes("article"));
    });

    const answers = [
        { to: "--help", exitCode: 0, says: /^Usage: npm run test:aws/ },
        { to: "--unknown", exitCode: 2, says: /Unknown option '--unknown'[^]*Usage:/ },
        { to: "absent", exitCode: 2, says: /^There is no example absent\. There are: .*article/ },
    ];
    for (const { to, exitCode, says } of answers) {
        it(`answers ${to} with exit code ${exitCode}, and starts nothing`, async () => {
            const lines: string[] = [];
            assert.equal(await main([to], (line) => lines.push(line)), exitCode);
            assert.equal(lines.length, 1);
            assert.match(lines[0], says);
        });
    }

    it("has wrong requests for every judge", () => {
        const judges = new Set(CONTROLS.map(({ judge }) => judge));
        assert.deepEqual([...judges].sort(), ["botocore", "cfn-lint", "moto"]);
    });

    it("makes up the setting that an error misses, and no other", () => {
        const missing = new Error(
            "Missing required configuration variable 'project:token'\n\tplease set a value",
        );
        assert.equal(missingSetting(missing), "token");
        assert.equal(missingSetting(new Error("no such file")), undefined);
        assert.equal(makeUpSetting("token"), "made-up-token");
    });
});

describe("the Python of the acceptance run", () => {
    let folder: string;

    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "ecs-secrets-python-"));
    });

    afterEach(() => {
        rmSync(folder, { recursive: true });
    });

    const rows = [
        {
            where: "there is none",
            python: undefined,
            says: /^This needs Python 3\.11 or newer as python3 on PATH: cannot be started/,
            left: ["unfinished-abandoned", "unfinished-others"],
        },
        {
            where: "it is too old",
            python: "echo Python 3.9.2",
            says: /^This needs Python 3\.11 or newer as python3 on PATH, and it is Python 3\.9\.2\.$/,
            left: ["unfinished-abandoned", "unfinished-others"],
        },
        {
            where: "it makes no virtual environments",
            python: '[ "$1" = --version ] && echo Python 3.11.7 || { echo no ensurepip >&2; exit 1; }',
            says: /^Python cannot make a virtual environment; .* python3-venv: .*no ensurepip/,
            left: ["unfinished-others"],
        },
    ];
    for (const { where, python, says, left } of rows) {
        it(`says what to do where ${where}, and leaves nothing half-made`, async () => {
            if (python !== undefined) {
                writeFileSync(join(folder, "python3"), `#!/bin/sh\n${python}\n`, { mode: 0o755 });
            }
            const home = join(folder, "python");
            mkdirSync(join(home, "unfinished-abandoned"), { recursive: true });
            utimesSync(join(home, "unfinished-abandoned"), 0, 0);
            mkdirSync(join(home, "unfinished-others"));
            const env = { PATH: folder, ECS_SECRETS_CACHE: folder };
            await assert.rejects(
                preparePython(env, () => undefined),
                (error) => error instanceof PythonError && says.test(error.message),
            );
            // Where it comes to a third of its own, it removes that, and what was abandoned.
            assert.deepEqual(readdirSync(home).sort(), left);
        });
    }
});
