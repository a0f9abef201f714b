import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";
import { PackProcess } from "./pack-process";
import type { Requests } from "./requests";

/** The parts of an operation, in the order in which the engine asks for them. */
export const PHASES = ["boot", "remediate", "analyze", "stack"] as const;

/** What an operation with a pack costs. */
export interface PackCost {
    /** In milliseconds, as the engine waits for them. */
    readonly phases: Readonly<Record<(typeof PHASES)[number], number>>;
    /** All of them. */
    readonly total: number;
    /** Processor time of the process, in milliseconds: as it was when each of them was over. */
    readonly cpu: { readonly boot: number; readonly resources: number; readonly stack: number };
    /** The most memory that the process held, in MiB. */
    readonly mebibytes: number;
    /** How much was reported. */
    readonly reports: number;
}

/** Does what the engine does with a pack in a preview or an update. */
export async function measureOperation(folder: string, requests: Requests): Promise<PackCost> {
    const phases = { boot: 0, remediate: 0, analyze: 0, stack: 0 };
    const timed = async <T>(phase: keyof typeof phases, work: () => Promise<T>): Promise<T> => {
        const start = performance.now();
        const result = await work();
        phases[phase] += performance.now() - start;
        return result;
    };
    const pack = await timed("boot", () => PackProcess.start(folder));
    try {
        const boot = pack.usage().cpu;
        const answers: Buffer[] = [];
        for (const request of requests.resources) {
            await timed("remediate", () => pack.ask("Remediate", request));
            answers.push(await timed("analyze", () => pack.ask("Analyze", request)));
        }
        const resources = pack.usage().cpu;
        answers.push(await timed("stack", () => pack.ask("AnalyzeStack", requests.stack)));
        const total = Object.values(phases).reduce((sum, phase) => sum + phase, 0);
        const { cpu: stack, mebibytes } = pack.usage();
        const cpu = { boot, resources, stack };
        return { phases, total, cpu, mebibytes, reports: countReports(answers) };
    } finally {
        await pack.stop();
    }
}

function countReports(answers: readonly Buffer[]): number {
    return answers
        .map((answer) => analyzer.AnalyzeResponse.deserializeBinary(answer))
        .reduce((count, response) => count + response.getDiagnosticsList().length, 0);
}
