/**
 * Items are dealt to patterns like cards, the longest first. So the first pattern is the longest,
 * no pattern is empty while there are items, and fewer or shorter items never need more patterns:
 * what was counted with the longest lengths that are possible is enough for the real ones.
 */
export function dealTo<T>(longestFirst: readonly T[], count: number): T[][] {
    return Array.from({ length: Math.min(count, longestFirst.length) }, (_, pattern) =>
        longestFirst.filter((_item, rank) => rank % count === pattern),
    );
}

/** The fewest patterns among which lengths can be dealt; one each, if that is not enough. */
export function fewestPatterns(lengths: readonly number[], room: number): number {
    const longestFirst = [...lengths].sort((a, b) => b - a);
    let count = Math.min(1, longestFirst.length);
    while (count < longestFirst.length && lengthOfFirst(longestFirst, count) > room) {
        count += 1;
    }
    return count;
}

function lengthOfFirst(longestFirst: readonly number[], count: number): number {
    const first = longestFirst.filter((_length, rank) => rank % count === 0);
    const commas = first.length - 1;
    return first.reduce((sum, length) => sum + length, commas);
}
