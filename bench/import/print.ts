import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";
import { median } from "../median";
import type { ImportCost } from "./measure";

/** How many pairs are measured; the two of a pair run right after one another. */
const PAIRS = Number(process.env.ECS_SECRETS_BENCH_PAIRS ?? 15);

/** What the project asks of itself, of time and of memory. */
const MOST = 1.15;

/** Prints what importing the library costs, beside the modules of @pulumi/aws that it uses. */
export function printImport(): void {
    const used = listUsedModules();
    const pairs = Array.from({ length: PAIRS }, (_, index) => {
        // In turns, so that neither is always the one that finds the machine warm.
        if (index % 2 === 0) {
            const library = measure(["pulumi-ecs-secrets"]);
            return { library, modules: measure(used) };
        }
        const modules = measure(used);
        return { library: measure(["pulumi-ecs-secrets"]), modules };
    });
    console.log(
        `Importing pulumi-ecs-secrets, and the ${used.length} modules of @pulumi/aws that it uses; medians of ${PAIRS} pairs`,
    );
    const row = (label: string, read: (cost: ImportCost) => number, unit: string) => {
        const ratio = median(pairs.map(({ library, modules }) => read(library) / read(modules)));
        const ours = median(pairs.map(({ library }) => read(library))).toFixed(0);
        const theirs = median(pairs.map(({ modules }) => read(modules))).toFixed(0);
        const verdict = ratio <= MOST ? "reached" : "NOT REACHED";
        console.log(
            `${label.padEnd(9)} ${ours.padStart(6)} ${unit}  modules ${theirs.padStart(6)} ${unit}  ` +
                `ratio ${ratio.toFixed(2)} (at most ${MOST}: ${verdict})`,
        );
    };
    row("time", ({ milliseconds }) => milliseconds, "ms ");
    row("processor", ({ processor }) => processor, "ms ");
    row("memory", ({ mebibytes }) => mebibytes, "MiB");
}

/** The modules that the compiled components load, which leaves out what are types alone. */
function listUsedModules(): string[] {
    const folder = path.join(packageRoot(), "bin", "components");
    const files = fs.readdirSync(folder, { recursive: true, encoding: "utf8" });
    const used = files
        .filter((file) => file.endsWith(".js"))
        .flatMap((file) => {
            const text = fs.readFileSync(path.join(folder, file), "utf8");
            return [...text.matchAll(/require\("(@pulumi\/aws\/[^"]+)"\)/g)];
        })
        .map(([, specifier]) => specifier);
    return [...new Set(used)].sort();
}

function measure(specifiers: readonly string[]): ImportCost {
    const script = path.join(__dirname, "measure.js");
    const output = execFileSync(process.execPath, [script, ...specifiers], { encoding: "utf8" });
    return JSON.parse(output) as ImportCost;
}
