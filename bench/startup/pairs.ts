import { median } from "../median";

/** What one start costs. */
export interface Start {
    /** Wall time until it was of use, in milliseconds. */
    readonly milliseconds: number;
    /** The most memory that it held, in MiB. */
    readonly mebibytes: number;
}

/** Something that is started, and what it is asked to cost at most, as a ratio to the first one. */
export interface Contender {
    readonly label: string;
    readonly start: () => Promise<Start>;
    /** @default - nothing is asked of it */
    readonly most?: Partial<Start>;
}

/** How often each is started; the ones of a round run right after one another. */
const ROUNDS = Number(process.env.ECS_SECRETS_BENCH_STARTS ?? 15);

/** Starts all in turns, and prints the medians, with the ratios to the first beside what is asked. */
export async function printStarts(
    [first, ...others]: readonly Contender[],
    rounds = ROUNDS,
): Promise<void> {
    const starts = new Map([first, ...others].map((one): [Contender, Start[]] => [one, []]));
    for (let round = 0; round < rounds; round += 1) {
        // Now one of them and now another finds the machine warm.
        const inTurns = round % 2 === 0 ? [...starts] : [...starts].reverse();
        for (const [{ start }, list] of inTurns) {
            list.push(await start());
        }
    }
    console.log(`medians of ${rounds} starts each`);
    for (const [{ label, most }, list] of starts) {
        const told = (["milliseconds", "mebibytes"] as const).map((unit) => {
            const value = median(list.map((start) => start[unit]));
            const text = `${value.toFixed(0).padStart(5)} ${SHORT[unit]}`;
            const bound = most?.[unit];
            if (bound === undefined) {
                return text;
            }
            // The two of a round, so that what slows the machine for a while slows both.
            const base = starts.get(first) ?? [];
            const ratio = median(list.map((start, round) => start[unit] / base[round][unit]));
            const verdict = ratio <= bound ? "reached" : "NOT REACHED";
            return `${text} ratio ${ratio.toFixed(2)} (at most ${bound.toFixed(2)}: ${verdict})`;
        });
        console.log(`${label.padEnd(38)} ${told.join("  ")}`);
    }
}

const SHORT = { milliseconds: "ms", mebibytes: "MiB" } as const;
