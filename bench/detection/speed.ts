import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { detectSecret } from "../../core";
import type { LabelledVariable } from "./corpus";
import { hasKeyword } from "./keywords";
import { median } from "../median";

const VARIABLES = 100_000;
const ROUNDS = 7;

/** What judging a variable costs, beside the search for keywords in its name. */
export interface Speed {
    readonly microseconds: number;
    readonly ratio: number;
    /** What the heap grew by, in MiB. */
    readonly mebibytes: number;
}

/** Judges 100,000 variables: names that come again, as in a fleet's containers, or all distinct. */
export function measureSpeed(corpus: readonly LabelledVariable[], isDistinct: boolean): Speed {
    const variables = Array.from({ length: VARIABLES }, (_, index) => {
        const { name, value } = corpus[index % corpus.length];
        const round = Math.floor(index / corpus.length);
        return { name: isDistinct ? `${name}_${round}` : name, value: value ?? "" };
    });
    const before = heapUsed();
    const times = Array.from({ length: ROUNDS }, () => ({
        keywords: time(() => variables.filter(({ name }) => hasKeyword(name)).length),
        ours: time(
            () =>
                variables.filter(
                    ({ name, value }) =>
                        detectSecret("environment", name, value).verdict === "secret",
                ).length,
        ),
    }));
    const ours = median(times.map((round) => round.ours));
    return {
        microseconds: (ours * 1000) / VARIABLES,
        ratio: median(times.map((round) => round.ours / round.keywords)),
        mebibytes: (heapUsed() - before) / 2 ** 20,
    };
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as () => void;

function heapUsed(): number {
    collectGarbage();
    return process.memoryUsage().heapUsed;
}

/** In milliseconds; the count is what keeps the work from being left out. */
function time(work: () => number): number {
    const start = performance.now();
    const found = work();
    const end = performance.now();
    return found >= 0 ? end - start : NaN;
}
