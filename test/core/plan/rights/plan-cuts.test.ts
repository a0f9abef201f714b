import assert from "node:assert/strict";
import fc from "fast-check";
import { planCuts, type Cut } from "../../../../core/plan/rights/plan-cuts";

const sum = (list: readonly number[]) => list.reduce((total, one) => total + one, 0);
const runSize = (sizes: readonly number[]) => (from: number, to: number) =>
    sum(sizes.slice(from, to));

/** Every way of cutting a row into a number of runs. */
const allCuts = (length: number, count: number, from = 0): Cut[][] =>
    count === 1
        ? [[{ from, to: length }]]
        : Array.from({ length: length - from - count + 1 }, (_, at) => from + at + 1).flatMap(
              (to) => allCuts(length, count - 1, to).map((rest) => [{ from, to }, ...rest]),
          );

describe("planCuts", () => {
    const rows: [string, number[], number, Cut[]][] = [
        ["makes one run of all", [1, 2, 3], 1, [{ from: 0, to: 3 }]],
        ["makes no run of nothing", [], 1, []],
        ["makes no run if none is asked for", [1, 2], 0, []],
        [
            "makes a run of each piece",
            [5, 1],
            2,
            [
                { from: 0, to: 1 },
                { from: 1, to: 2 },
            ],
        ],
        [
            "does not fill the first to leave the last short",
            [1, 1, 1, 1, 1, 1, 1],
            3,
            [
                { from: 0, to: 3 },
                { from: 3, to: 5 },
                { from: 5, to: 7 },
            ],
        ],
    ];
    for (const [name, sizes, count, expected] of rows) {
        it(name, () => {
            assert.deepEqual(planCuts(sizes.length, count, runSize(sizes)), expected);
        });
    }

    it("makes the largest as small as any cut can, and then all as even", () => {
        const row = fc
            .array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 8 })
            .chain((sizes) =>
                fc.tuple(fc.constant(sizes), fc.integer({ min: 1, max: sizes.length })),
            );
        fc.assert(
            fc.property(row, ([sizes, count]) => {
                const sizeOf = runSize(sizes);
                const measure = (cuts: readonly Cut[]) => {
                    const runs = cuts.map(({ from, to }) => sizeOf(from, to));
                    return [Math.max(...runs), sum(runs.map((run) => run * run))];
                };
                const [best] = allCuts(sizes.length, count)
                    .map(measure)
                    .sort(([a, squaresA], [b, squaresB]) => a - b || squaresA - squaresB);
                assert.deepEqual(measure(planCuts(sizes.length, count, sizeOf)), best);
            }),
            { numRuns: 500 },
        );
    });
});
