import { Search } from "./engine";

const HEARTBEAT_MS = 15_000;

/** What is told about a step that takes long. */
export interface ProgressWords {
    /** When it starts: what is done and how long it usually takes. */
    readonly start: string;
    /** Again and again while it lasts; the time it has taken is added. */
    readonly ongoing: string;
    /** When it has given what it is for; the time it took is added. */
    readonly done: string;
}

/** Runs a step that takes long and tells how it goes. */
export async function withProgress<T extends object>(
    { report }: Pick<Search, "report">,
    words: ProgressWords,
    work: () => Promise<T>,
    heartbeat: number = HEARTBEAT_MS,
): Promise<T> {
    const started = Date.now();
    report(words.start);
    const timer = setInterval(() => {
        report(`${words.ongoing} (${formatDuration(Date.now() - started)})`);
    }, heartbeat);
    try {
        const result = await work();
        const took = formatDuration(Date.now() - started);
        report("found" in result ? `${words.done} in ${took}.` : `Gave up after ${took}.`);
        return result;
    } finally {
        clearInterval(timer);
    }
}

/** Writes a span of milliseconds as `12 s` or `3 min 5 s`. */
export function formatDuration(milliseconds: number): string {
    const seconds = Math.round(milliseconds / 1000);
    return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
