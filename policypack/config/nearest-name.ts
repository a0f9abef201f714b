/** What is longer than any name that was meant is not compared. */
const LONGEST = 200;

/**
 * Finds the name that was meant by one that there is not: the one that takes the fewest letters to
 * write it right, a third of them at most.
 */
export function findNearestName(written: string, names: readonly string[]): string | undefined {
    const text = written.slice(0, LONGEST).toLowerCase();
    let nearest: { name: string; distance: number } | undefined;
    for (const name of names) {
        const distance = countEdits(text, name);
        if (distance <= name.length / 3 && distance < (nearest?.distance ?? Infinity)) {
            nearest = { name, distance };
        }
    }
    return nearest?.name;
}

/** How many letters must be put in, taken out or changed: Levenshtein's distance. */
function countEdits(from: string, to: string): number {
    let row = Array.from({ length: to.length + 1 }, (_, index) => index);
    for (let i = 1; i <= from.length; i += 1) {
        const next = [i];
        for (let j = 1; j <= to.length; j += 1) {
            const change = row[j - 1] + (from[i - 1] === to[j - 1] ? 0 : 1);
            next.push(Math.min(change, row[j] + 1, next[j - 1] + 1));
        }
        row = next;
    }
    return row[to.length];
}
