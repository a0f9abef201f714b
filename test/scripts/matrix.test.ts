import assert from "node:assert/strict";
import { renderMatrix, replaceBlock, type Cell } from "../../scripts/matrix/render";

const DAY = new Date("2026-01-02T03:04:05Z");
const VERSIONS = { node: "20.0.0", sdk: "3.210.0", provider: "7.2.0" };

describe("the table of versions that go together", () => {
    it("says of each cell what came of every use, and what was not tried", () => {
        const cells: Cell[] = [
            { ...VERSIONS, findings: { program: "10 resources", pack: "27 policies" } },
            { ...VERSIONS, node: "24.1.0", findings: { program: "FAILED: no answer" } },
        ];
        assert.deepEqual(renderMatrix(cells, DAY).split("\n"), [
            "Run on 2026-01-02.",
            "",
            "| Node | @pulumi/pulumi | @pulumi/aws | program | wrong args | `./policies` | plugin | pack |",
            "| - | - | - | - | - | - | - | - |",
            "| 20.0.0 | 3.210.0 | 7.2.0 | 10 resources | not tried | not tried | not tried | 27 policies |",
            "| 24.1.0 | 3.210.0 | 7.2.0 | FAILED: no answer | not tried | not tried | not tried | not tried |",
        ]);
    });

    it("takes the place of the one before, and of nothing else", () => {
        const page = "before\n<!-- matrix: generated -->\n\nold $1\n\n<!-- /matrix -->\nafter\n";
        const expected = page.replace("old $1", () => "new $& and $1");
        assert.equal(replaceBlock(page, "new $& and $1"), expected);
    });
});
