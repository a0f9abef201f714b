import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { transpile } from "typescript";
import { packageRoot } from "../../sandbox/package-root";

describe("packageRoot", () => {
    it("is the folder of this package, from the source", () => {
        assert.equal(packageRoot(), resolve(__dirname, "../.."));
    });

    describe("from compiled JavaScript", () => {
        let root: string;
        let compiled: string;
        beforeEach(() => {
            root = realpathSync(mkdtempSync(join(tmpdir(), "a package root ")));
            mkdirSync(join(root, "bin", "sandbox"), { recursive: true });
            compiled = join(root, "bin", "sandbox", "package-root.js");
            const source = join(packageRoot(), "sandbox", "package-root.ts");
            writeFileSync(compiled, transpile(readFileSync(source, "utf8")));
        });
        afterEach(() => rmSync(root, { recursive: true }));

        const find = (): string =>
            // eslint-disable-next-line @typescript-eslint/no-require-imports -- compiled just now
            (require(compiled) as { packageRoot: typeof packageRoot }).packageRoot();

        it("passes over a package.json of another name", () => {
            writeFileSync(join(root, "package.json"), '{ "name": "pulumi-ecs-secrets" }');
            writeFileSync(join(root, "bin", "package.json"), '{ "type": "commonjs" }');
            assert.equal(find(), root);
        });
        it("throws if there is none above", () => {
            assert.throws(
                find,
                /^Error: No folder above .* holds the package pulumi-ecs-secrets\.$/,
            );
        });
    });
});
