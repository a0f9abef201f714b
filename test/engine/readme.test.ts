import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import ts from "typescript";
import { listServices } from "../../sandbox/aws/ecs";
import { packageRoot } from "../../sandbox/package-root";
import { fileProgram } from "../../sandbox/program";
import { pack, useSandbox } from "../support/sandbox";

// Inside the package, so that the program names the package as a user does.
const folder = path.join(packageRoot(), "bin", "readme");

describe("the program of the README", () => {
    const sandbox = useSandbox();

    before(() => fs.mkdirSync(folder, { recursive: true }));

    it("compiles", () => {
        const [program, ...rest] = codeBlocks("ts");
        assert.deepEqual(rest, []);
        const file = path.join(folder, "index.ts");
        fs.writeFileSync(file, program);
        const options: ts.CompilerOptions = {
            target: ts.ScriptTarget.ES2022,
            module: ts.ModuleKind.Node16,
            moduleResolution: ts.ModuleResolutionKind.Node16,
            strict: true,
            skipLibCheck: true,
            types: ["node"],
        };
        const compiled = ts.createProgram([file], options);
        const diagnostics = [...ts.getPreEmitDiagnostics(compiled), ...compiled.emit().diagnostics];
        assert.deepEqual(
            diagnostics.map(({ messageText }) =>
                ts.flattenDiagnosticMessageText(messageText, "\n"),
            ),
            [],
        );
    });

    it("previews and comes up without a word of the pack, and its task starts", async () => {
        const program = fileProgram("readme", path.join(folder, "index.js"));
        const stack = await sandbox().stack("dev", program, {
            databasePassword: { value: "made-up", secret: true },
            apiCredentials: { value: JSON.stringify({ token: "made-up" }), secret: true },
        });
        for (const outcome of [await stack.preview(pack), await stack.up(pack)]) {
            assert.equal(outcome.exitCode, 0, outcome.output);
            assert.deepEqual(outcome.policies, []);
        }
        const [task] = listServices(sandbox().account)[0].deployments[0].tasks;
        assert.deepEqual(task.injected, { web: ["API_TOKEN", "DATABASE_PASSWORD"] });
    });
});

function codeBlocks(language: string): string[] {
    const readme = fs.readFileSync(path.join(packageRoot(), "README.md"), "utf8");
    const blocks = readme.matchAll(/^```(\w*)\n(.*?)^```$/gms);
    return [...blocks].filter(([, name]) => name === language).map(([, , code]) => code);
}
