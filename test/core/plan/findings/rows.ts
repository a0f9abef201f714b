import assert from "node:assert/strict";
import { findServiceFindings, type Finding } from "../../../../core";

/** A finding as its path, its reason and its remedy. */
export type Told = readonly [path: string, reason: string, remedy: string];

/** Args, and all that is found in them, sorted; the name completes "finds". */
export type Row = readonly [name: string, args: unknown, ...findings: Told[]];

/** A test of each row. */
export function itFinds(
    rows: readonly Row[],
    find: (args: never) => Finding[] = findServiceFindings,
): void {
    for (const [name, args, ...findings] of rows) {
        it(name, () => {
            const expected = findings.map(([path, reason, remedy]) => ({ path, reason, remedy }));
            assert.deepEqual(find(args as never), expected);
        });
    }
}
