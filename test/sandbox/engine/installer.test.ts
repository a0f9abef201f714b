import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { StepResult } from "../../../sandbox/engine/engine";
import { installer } from "../../../sandbox/engine/installer";
import { Room } from "./fake-executables";

// The SDK's code runs, in its own process; only what it downloads is ours. This does not prove that
// the script which Pulumi serves today behaves like these.
describe("Pulumi's installer", () => {
    let room: Room;
    beforeEach(() => {
        room = new Room();
        mkdirSync(room.engines, { recursive: true });
    });
    afterEach(() => room.remove());

    async function install(fetch: string): Promise<StepResult> {
        const preload = join(room.folder, "fetch.js");
        writeFileSync(preload, `globalThis.fetch = async () => ${fetch};`);
        const env = room.env({ NODE_OPTIONS: `--require "${preload}"` });
        return installer.run({ env, report: () => undefined });
    }
    function installScript(...lines: string[]): Promise<StepResult> {
        const script = ["PATH=/usr/bin:/bin", ...lines].join("\n");
        return install(`new Response(${JSON.stringify(script)})`);
    }

    it("is asked for the pinned version, in a folder that becomes the cache's when complete", async () => {
        const result = await installScript(
            'mkdir -p "$3/bin"',
            `echo '=== Installing'`,
            `printf '#!/bin/sh\\necho v%s\\n' "$5" > "$3/bin/pulumi"`,
            'chmod +x "$3/bin/pulumi"',
        );
        assert.deepEqual(result, {
            found: {
                command: room.cached,
                version: "3.259.0",
                source: "installer",
                hasNodeLanguageHost: false,
            },
        });
        assert.deepEqual(readdirSync(room.engines), ["3.259.0"]);
    });

    const failures: [string, () => Promise<StepResult>, string][] = [
        [
            "there is no network",
            () => install('Promise.reject(new TypeError("fetch failed"))'),
            "Failed to download https://get.pulumi.com/install.sh: fetch failed",
        ],
        [
            "the server refuses",
            () => install('new Response("", { status: 503, statusText: "Busy" })'),
            "Failed to download https://get.pulumi.com/install.sh: 503 Busy",
        ],
        [
            "the script gives up",
            () =>
                installScript(
                    "echo '+ Downloading'",
                    "echo 'error: no such version' >&2",
                    "exit 1",
                ),
            "error: no such version",
        ],
    ];
    for (const [name, run, outcome] of failures) {
        it(`says why it failed if ${name}`, async () => {
            assert.deepEqual(await run(), { outcome });
            assert.deepEqual(readdirSync(room.engines), []);
        });
    }
});
