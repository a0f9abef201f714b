import { judgeHostile, WAYS } from "./judge";

/** Shorter inputs are too quick for the clock to tell what a byte costs. */
const TIMED_FROM = 512;

const worst = { nanosecondsPerByte: 0 };
let runs = 0;

/** What the fuzzer calls: the first byte chooses the way, the name ends at the first new line. */
export function fuzz(data: Buffer): void {
    const text = data.toString("utf8", 1);
    const end = text.indexOf("\n");
    const judge = () =>
        judgeHostile(
            WAYS[(data[0] ?? 0) % WAYS.length],
            text.slice(0, Math.max(0, end)),
            text.slice(end + 1),
        );
    const first = nanosecondsOf(judge);
    runs += 1;
    if (data.length >= TIMED_FROM && first / data.length > worst.nanosecondsPerByte) {
        // A pause of the machine is no cost of ours: what seems slow is measured again.
        const again = Math.min(first, ...Array.from({ length: 4 }, () => nanosecondsOf(judge)));
        worst.nanosecondsPerByte = Math.max(worst.nanosecondsPerByte, again / data.length);
    }
    if (runs % 50_000 === 0) {
        console.log(`${runs} runs, at worst ${worst.nanosecondsPerByte.toFixed(0)} ns a byte`);
    }
}

function nanosecondsOf(work: () => void): number {
    const start = performance.now();
    work();
    return (performance.now() - start) * 1e6;
}
