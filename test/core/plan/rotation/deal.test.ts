import assert from "node:assert/strict";
import fc from "fast-check";
import { dealTo, fewestPatterns } from "../../../../core/plan/rotation/deal";

const lengths = fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 40, size: "max" });

describe("dealTo", () => {
    const rows: [string, number, string[][]][] = [
        ["deals to one all that there is", 1, [["a", "b", "c", "d", "e"]]],
        [
            "deals in turns",
            2,
            [
                ["a", "c", "e"],
                ["b", "d"],
            ],
        ],
        ["deals one each where there are as many", 5, [["a"], ["b"], ["c"], ["d"], ["e"]]],
        ["makes nothing empty where there are more", 7, [["a"], ["b"], ["c"], ["d"], ["e"]]],
        ["deals to none", 0, []],
    ];
    for (const [name, count, expected] of rows) {
        it(name, () => assert.deepEqual(dealTo(["a", "b", "c", "d", "e"], count), expected));
    }
});

describe("fewestPatterns", () => {
    const rows: [string, number[], number, number][] = [
        ["is none for nothing", [], 10, 0],
        ["is one for what fits with its comma", [4, 5], 10, 1],
        ["is two where the comma does not fit", [5, 5], 10, 2],
        ["is one each where something does not fit at all", [11, 1, 1], 10, 3],
    ];
    for (const [name, given, room, expected] of rows) {
        it(name, () => assert.equal(fewestPatterns(given, room), expected));
    }

    it("never is more for fewer or shorter lengths, nor too few for one pattern more", () => {
        const pairs = lengths.chain((longer) =>
            fc
                .array(fc.nat(61), { minLength: longer.length, maxLength: longer.length })
                .map((less) => ({
                    longer,
                    shorter: longer.map((length, at) => length - less[at]).filter((n) => n > 0),
                })),
        );
        fc.assert(
            fc.property(pairs, fc.nat(5), ({ longer, shorter }, more) => {
                const count = fewestPatterns(longer, 100);
                assert.ok(fewestPatterns(shorter, 100) <= count);
                const longestFirst = [...shorter].sort((a, b) => b - a);
                for (const hand of dealTo(longestFirst, count + more)) {
                    const commas = hand.length - 1;
                    assert.ok(hand.reduce((sum, length) => sum + length, commas) <= 100);
                }
            }),
            { numRuns: 1_000 },
        );
    });
});
