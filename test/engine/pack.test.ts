import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";
import { exampleProgram } from "../../sandbox/program";
import { useSandbox } from "../support/sandbox";

describe("the folder of the policy pack", () => {
    const sandbox = useSandbox();

    it("says how to build it if it was not built", async () => {
        const unbuilt = path.join(sandbox().folder, "policypack");
        fs.cpSync(path.join(packageRoot(), "policypack"), unbuilt, {
            recursive: true,
            filter: (file) => path.basename(file) !== "bin",
        });
        fs.symlinkSync(
            path.join(packageRoot(), "node_modules"),
            path.join(sandbox().folder, "node_modules"),
        );
        const stack = await sandbox().stack("dev", exampleProgram("plaintext-password"));
        const preview = await stack.preview({ policyPack: unbuilt });
        assert.notEqual(preview.exitCode, 0);
        assert.match(preview.output, /policy pack ecs-secrets is not built/);
        assert.match(preview.output, /npm install && npm run build/);
    });
});
