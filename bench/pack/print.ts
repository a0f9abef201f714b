import { makeFleet } from "./fleet";
import { withPacks, type PackFolders } from "./folders";
import { measureOperation, PHASES, type PackCost } from "./measure";
import { writeRequests } from "./requests";
import { measureVerdict } from "./verdict";
import { median } from "../median";

/** How many pairs are measured; the two of a pair run right after one another. */
const PAIRS = Number(process.env.ECS_SECRETS_BENCH_PAIRS ?? 3);

/** How large the stack is on which the two are compared, and those on which the pack must be linear. */
const SIZE = Number(process.env.ECS_SECRETS_BENCH_RESOURCES ?? 10_000);
const SIZES = [SIZE / 10, SIZE, SIZE * 2];

/** What the project asks of itself. */
const MOST = { ratio: 1.5, exponent: 1.1, verdict: 50 };

/** Prints what a preview or update with the pack costs, beside one with a pack that does nothing. */
export async function printPack(): Promise<void> {
    await withPacks(async (folders) => {
        await printRatio(folders);
        await printGrowth(folders);
    });
    const verdict = measureVerdict();
    console.log(`microseconds for a verdict: ${judge(verdict, MOST.verdict)}`);
}

async function printRatio(folders: PackFolders): Promise<void> {
    const requests = writeRequests(makeFleet(SIZE));
    const pairs: { ours: PackCost; empty: PackCost }[] = [];
    for (let index = 0; index < PAIRS; index += 1) {
        // In turns, so that neither is always the one that finds the machine warm.
        const isFirst = index % 2 === 0;
        const first = await measureOperation(isFirst ? folders.ours : folders.empty, requests);
        const second = await measureOperation(isFirst ? folders.empty : folders.ours, requests);
        pairs.push(isFirst ? { ours: first, empty: second } : { ours: second, empty: first });
    }
    const row = (label: string, unit: string, read: (cost: PackCost) => number, rest = "") => {
        const [ours, empty] = [
            median(pairs.map((pair) => read(pair.ours))),
            median(pairs.map((pair) => read(pair.empty))),
        ];
        const numbers = [ours, empty].map((value) => `${value.toFixed(0).padStart(6)} ${unit}`);
        console.log(`${label.padEnd(10)} ${numbers[0]}  empty ${numbers[1]}${rest}`);
    };
    const { reports } = pairs[0].ours;
    console.log(`${SIZE} resources, ${reports} reports; medians of ${PAIRS} pairs`);
    const ratio = median(pairs.map(({ ours, empty }) => ours.total / empty.total));
    row("time", "ms", ({ total }) => total, `  ratio ${judge(ratio, MOST.ratio)}`);
    for (const phase of PHASES) {
        row(`- ${phase}`, "ms", ({ phases }) => phases[phase]);
    }
    row("processor", "ms", ({ cpu }) => cpu.stack);
    row("memory", "MiB", ({ mebibytes }) => mebibytes);
}

/** How time grows with the stack, without what it takes to start. */
async function printGrowth({ ours }: PackFolders): Promise<void> {
    const costs: { size: number; time: number }[] = [];
    for (const size of SIZES) {
        const requests = writeRequests(makeFleet(size));
        const runs: PackCost[] = [];
        for (let index = 0; index < PAIRS; index += 1) {
            runs.push(await measureOperation(ours, requests));
        }
        const time = median(runs.map(({ total, phases }) => total - phases.boot));
        const memory = median(runs.map(({ mebibytes }) => mebibytes));
        const processor = median(runs.map(({ cpu }) => cpu.stack - cpu.boot));
        costs.push({ size, time });
        console.log(
            `${size} resources: ${time.toFixed(0)} ms, processor ${processor.toFixed(0)} ms, memory ${memory.toFixed(0)} MiB`,
        );
    }
    const [first, last] = [costs[0], costs[costs.length - 1]];
    const exponent = Math.log(last.time / first.time) / Math.log(last.size / first.size);
    console.log(`exponent ${judge(exponent, MOST.exponent)}`);
}

function judge(value: number, most: number): string {
    const verdict = value <= most ? "reached" : "NOT REACHED";
    return `${value.toFixed(2)} (at most ${most}: ${verdict})`;
}
