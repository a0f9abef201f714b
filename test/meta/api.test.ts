import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

const committed = path.join(packageRoot(), "docs", "api");

describe("the pages of the API", function () {
    this.timeout(180_000);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ecs-secrets-api-"));

    after(() => fs.rmSync(folder, { recursive: true, force: true }));

    it("are what `npm run docs` writes", () => {
        const typedoc = path.join(packageRoot(), "node_modules", ".bin", "typedoc");
        execFileSync(typedoc, ["--logLevel", "Warn", "--out", folder], {
            cwd: packageRoot(),
            stdio: ["ignore", "ignore", "pipe"],
        });
        assert.deepEqual(listFiles(committed), listFiles(folder));
        for (const file of listFiles(folder)) {
            assert.equal(read(committed, file), read(folder, file), file);
        }
    });

    it("tell of every export, which values are kept as secrets, and of no machine", () => {
        const text = read(committed, "components.md");
        for (const name of [
            "SecretInjectedService",
            "SecretInjectedTaskDefinition",
            "SecretArgs",
        ]) {
            assert.match(text, new RegExp(`^### ${name}$`, "m"));
        }
        assert.match(text, /`value\?` \| [^|]+ \| \*\*`Secret`\*\*/);
        assert.doesNotMatch(text, /@secret|file:\/\/|blob\/|node_modules/);
        assert.ok(!text.includes(packageRoot()));
    });
});

function listFiles(root: string): string[] {
    return fs
        .readdirSync(root, { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".md"))
        .sort();
}

function read(root: string, file: string): string {
    return fs.readFileSync(path.join(root, file), "utf8");
}
