import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import schema from "../../provider/schema.json";
import { runCli, type CliResult } from "../../sandbox/cli";
import { packageRoot } from "../../sandbox/package-root";
import { useSandbox } from "../support/sandbox";

describe("the schema of the package, read by the real engine", () => {
    const sandbox = useSandbox();
    const pulumi = (...args: string[]): Promise<CliResult> =>
        runCli(sandbox().engine, [...args, "--color", "never"], {
            cwd: sandbox().folder,
            env: sandbox().environment,
        });
    const committed = path.join(packageRoot(), "provider/schema.json");

    it("is found to be right, without another plugin", async () => {
        const { stdout, stderr } = await pulumi("schema", "check", committed);
        assert.doesNotMatch(stdout + stderr, /error|warning/i);
    });

    it("is found to be wrong without a type that it refers to", async () => {
        const { "ecs-secrets:index:Container": container, ...types } = schema.types;
        assert.ok(container);
        const file = path.join(sandbox().folder, "wrong.json");
        fs.writeFileSync(file, JSON.stringify({ ...schema, types }));
        await assert.rejects(pulumi("schema", "check", file), {
            message: /type ecs-secrets:index:Container not found/,
        });
    });

    it("loses nothing when it is bound", async () => {
        const { stdout } = await pulumi("package", "get-schema", committed);
        const { config, ...bound } = JSON.parse(stdout) as Record<string, unknown>;
        assert.deepEqual([config, bound], [{}, schema]);
    });
});
