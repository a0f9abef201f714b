import { createRequire } from "node:module";

/** What loading some modules costs a process. */
export interface ImportCost {
    readonly milliseconds: number;
    /** Processor time, that of V8's helping threads included. */
    readonly processor: number;
    /** The most memory that the process held, in MiB. */
    readonly mebibytes: number;
}

/** Loads modules, and tells what it costs. */
function measure(specifiers: readonly string[]): ImportCost {
    const load = createRequire(__filename);
    const before = process.cpuUsage();
    const start = performance.now();
    for (const specifier of specifiers) {
        load(specifier);
    }
    const milliseconds = performance.now() - start;
    const { user, system } = process.cpuUsage(before);
    const mebibytes = process.resourceUsage().maxRSS / 1024;
    return { milliseconds, processor: (user + system) / 1000, mebibytes };
}

process.stdout.write(JSON.stringify(measure(process.argv.slice(2))));
