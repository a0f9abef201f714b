import { execFileSync } from "node:child_process";
import * as path from "node:path";
import type { Cost } from "./measure";
import { SERVICES } from "./program";
import { median } from "../median";

/** How many pairs are measured; the two of a pair run right after one another. */
const PAIRS = Number(process.env.ECS_SECRETS_BENCH_PAIRS ?? 9);

/** What the project asks of itself. */
const MOST = { time: 1.1, memory: 1.15 };

function measure(program: string): Cost {
    const script = path.join(__dirname, "measure.js");
    return JSON.parse(
        execFileSync(process.execPath, [script, program], { encoding: "utf8" }),
    ) as Cost;
}

/** Prints what registering costs, beside the same resources by hand. */
export function printRegistration(): void {
    const pairs = Array.from({ length: PAIRS }, (_, index) => {
        // In turns, so that neither is always the one that finds the machine warm.
        const [first, second] =
            index % 2 === 0 ? ["component", "by-hand"] : ["by-hand", "component"];
        const costs = { [first]: measure(first), [second]: measure(second) };
        return { component: costs.component, byHand: costs["by-hand"] };
    });
    const row = (label: string, read: (cost: Cost) => number, unit: string, most: number) => {
        const ratio = median(pairs.map(({ component, byHand }) => read(component) / read(byHand)));
        const ours = median(pairs.map(({ component }) => read(component)));
        const theirs = median(pairs.map(({ byHand }) => read(byHand)));
        const verdict = ratio <= most ? "reached" : "NOT REACHED";
        console.log(
            `${label.padEnd(8)} ${ours.toFixed(0).padStart(6)} ${unit}  by hand ${theirs
                .toFixed(0)
                .padStart(6)} ${unit}  ratio ${ratio.toFixed(2)} (at most ${most}: ${verdict})`,
        );
    };
    const [{ component, byHand }] = pairs;
    console.log(
        `Registering ${SERVICES} services: ${component.resources} resources by the component, ${byHand.resources} by hand; medians of ${PAIRS} pairs`,
    );
    row("time", (cost) => cost.milliseconds, "ms", MOST.time);
    row("memory", (cost) => cost.mebibytes, "MiB", MOST.memory);
}
