/** A run of pieces: from the first on, up to the one before the last. */
export interface Cut {
    readonly from: number;
    readonly to: number;
}

/** The size of a run of pieces; a longer run is never smaller. */
export type RunSize = (from: number, to: number) => number;

/**
 * Cuts a row of pieces into a number of runs, none empty: the largest as small as can be, and
 * then all as even as can be, by the sum of their squares.
 * @param count - At most the number of pieces; for none there is no run.
 */
export function planCuts(length: number, count: number, sizeOf: RunSize): Cut[] {
    if (length === 0 || count < 1) {
        return [];
    }
    const limit = leastLimit(length, count, sizeOf);
    let ends: (Chain | undefined)[] = [{ to: 0, cost: 0 }];
    for (let run = 0; run < count; run++) {
        ends = Array.from({ length: length + 1 }, (_, to) => extend(ends, to, limit, sizeOf));
    }
    return unwind(ends[length]);
}

/** Runs one after the other from the first piece on, and what they cost. */
interface Chain {
    readonly to: number;
    readonly cost: number;
    readonly before?: Chain;
}

/** The cheapest chain that has one run more than the given ones and ends before a piece. */
function extend(
    chains: readonly (Chain | undefined)[],
    to: number,
    limit: number,
    sizeOf: RunSize,
): Chain | undefined {
    let best: Chain | undefined;
    for (let from = to - 1; from >= 0 && sizeOf(from, to) <= limit; from--) {
        const before = chains[from];
        const cost = (before?.cost ?? Infinity) + sizeOf(from, to) ** 2;
        if (before && cost < (best?.cost ?? Infinity)) {
            best = { to, cost, before };
        }
    }
    return best;
}

function unwind(chain: Chain | undefined): Cut[] {
    return chain?.before ? [...unwind(chain.before), { from: chain.before.to, to: chain.to }] : [];
}

/** The smallest size of the largest run: halving between the largest piece and the whole. */
function leastLimit(length: number, count: number, sizeOf: RunSize): number {
    let low = Math.max(...Array.from({ length }, (_, at) => sizeOf(at, at + 1)));
    let high = sizeOf(0, length);
    while (low < high) {
        const middle = Math.floor((low + high) / 2);
        if (countRuns(length, middle, sizeOf) <= count) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

/** The number of runs if each takes as much as it may. */
function countRuns(length: number, limit: number, sizeOf: RunSize): number {
    let runs = 1;
    let from = 0;
    for (let to = 1; to <= length; to++) {
        if (sizeOf(from, to) > limit) {
            runs++;
            from = to - 1;
        }
    }
    return runs;
}
