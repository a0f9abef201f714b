import assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { generateDocs } from "../../scripts/generate-docs";

describe("generated documentation", () => {
    it("is what `npm run docs` writes", async () => {
        for (const [file, text] of await generateDocs()) {
            assert.ok(fs.existsSync(file), `${path.basename(file)} is missing`);
            assert.equal(fs.readFileSync(file, "utf8"), text);
        }
    });
});
