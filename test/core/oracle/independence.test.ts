import assert from "node:assert";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const folder = join(__dirname, "../../oracle");

describe("oracle: independence", () => {
    const files = readdirSync(folder).filter((name) => name.endsWith(".ts"));

    it("reads the files of the folder", () => {
        assert.ok(files.includes("decide.ts"));
    });

    files.forEach((name) =>
        it(`${name} imports only files of its own folder`, () => {
            const text = readFileSync(join(folder, name), "utf8");
            const imported = [...text.matchAll(/(?:from|import|require)\s*\(?\s*"([^"]+)"/g)];
            const foreign = imported
                .map(([, path = ""]) => path)
                .filter((path) => !/^\.\/[a-z-]+$/.test(path));
            assert.deepStrictEqual(foreign, []);
        }),
    );
});
