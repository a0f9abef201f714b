import { spawnSync } from "node:child_process";
import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { packageRoot } from "../../../sandbox/package-root";

const RUNNER = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
/** Pulumi's log begins so, and no stack follows. */
const SAYS = "error: [runtime] The policy pack ecs-secrets";

describe("the folder of the policy pack, on the SDK's runner,", () => {
    let folder: string;
    before("copy what is loaded, and a bundle that must not be reached", () => {
        folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-load-"));
        for (const file of ["load.js", "package.json", "PulumiPolicy.yaml"]) {
            const source = path.join(packageRoot(), "policypack", file);
            fs.copyFileSync(source, path.join(folder, file));
        }
    });
    after(() => fs.rmSync(folder, { recursive: true, force: true }));

    /** Runs it as far as it goes, and gives what it printed where a user reads. */
    const run = (node: readonly string[] = []) => {
        const words = [...node, RUNNER, "127.0.0.1:1", folder];
        const { status, stdout, stderr } = spawnSync(process.execPath, words, {
            cwd: folder,
            encoding: "utf8",
        });
        assert.equal(stdout, "", "the engine reads a port there");
        return { isFailed: status !== 0, said: stderr.trim() };
    };

    it("says in one sentence that Node.js is too old", () => {
        const preload = path.join(folder, "old.js");
        fs.writeFileSync(
            preload,
            'Object.defineProperty(process.versions, "node", { value: "18.20.8" });',
        );
        assert.deepEqual(run(["--require", preload]), {
            isFailed: true,
            said: `${SAYS} needs Node.js 20 or later, and this is 18.20.8: install a later one.`,
        });
    });

    it("says in one sentence how to build it where it was not built", () => {
        assert.deepEqual(run(), {
            isFailed: true,
            said:
                `${SAYS} is not built: policypack/bin/index.js is missing. ` +
                "Run `npm install && npm run build` in the folder above policypack, then try again.",
        });
    });

    it("says in one sentence what to install where that is missing", () => {
        fs.mkdirSync(path.join(folder, "bin"));
        fs.writeFileSync(path.join(folder, "bin", "index.js"), 'throw new Error("reached");');
        assert.deepEqual(run(), {
            isFailed: true,
            said: `${SAYS} does not find @pulumi/policy and @pulumi/pulumi: run \`npm install\` in ${folder}, then try again.`,
        });
    });
});
