import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { removeLeftovers } from "../../sandbox/leftovers";

const ELEVEN_MINUTES = 11 * 60;

describe("removeLeftovers", () => {
    let temporary: string;

    beforeEach(() => {
        temporary = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-leftovers-"));
    });
    afterEach(() => fs.rmSync(temporary, { recursive: true, force: true }));

    function write(name: string, files: Record<string, string>, secondsOld: number): void {
        const folder = path.join(temporary, name);
        fs.mkdirSync(path.join(folder, "state"), { recursive: true });
        for (const [file, content] of Object.entries(files)) {
            fs.writeFileSync(path.join(folder, file), content);
        }
        const time = Date.now() / 1000 - secondsOld;
        fs.utimesSync(folder, time, time);
    }
    const gone = String(spawnSync(process.execPath, ["-e", ""]).pid);

    const rows: [string, string, Record<string, string>, number, boolean][] = [
        ["removes one whose owner is gone", "pulumi-ecs-secrets-a", { pid: gone }, 0, true],
        [
            "leaves one whose owner runs, however old it is",
            "pulumi-ecs-secrets-a",
            { pid: String(process.pid) },
            ELEVEN_MINUTES,
            false,
        ],
        ["removes an old one without owner", "pulumi-ecs-secrets-a", {}, ELEVEN_MINUTES, true],
        [
            "leaves a new one without owner: it is being opened",
            "pulumi-ecs-secrets-a",
            {},
            0,
            false,
        ],
        [
            "leaves one that was kept",
            "pulumi-ecs-secrets-a",
            { "environment.sh": "" },
            ELEVEN_MINUTES,
            false,
        ],
        ["leaves what is not a sandbox", "another-a", {}, ELEVEN_MINUTES, false],
    ];
    for (const [name, folder, files, age, isRemoved] of rows) {
        it(name, () => {
            write(folder, files, age);
            removeLeftovers(temporary);
            assert.deepEqual(fs.readdirSync(temporary), isRemoved ? [] : [folder]);
        });
    }
});
