import { withPacks } from "../pack/folders";
import { PackProcess } from "../pack/pack-process";
import { printStarts, type Start } from "./pairs";

/** Prints how long the forms of the policy pack take to their first answer, beside an empty pack. */
export async function printPackStarts(): Promise<void> {
    await withPacks(({ empty, ours, executable }) =>
        printStarts([
            { label: "empty pack, Pulumi's runner", start: () => startPack(empty) },
            {
                label: "our pack, Pulumi's runner",
                start: () => startPack(ours),
                most: { milliseconds: 1.1 },
            },
            {
                label: "our pack, executable",
                start: () => startPack(executable),
                most: { milliseconds: 0.55, mebibytes: 0.85 },
            },
        ]),
    );
}

/** Starts a pack as the engine does, and waits for what the engine asks first. */
async function startPack(pack: string): Promise<Start> {
    const start = performance.now();
    const started = await PackProcess.open(pack);
    try {
        await started.ask("GetAnalyzerInfo", Buffer.alloc(0));
        const milliseconds = performance.now() - start;
        return { milliseconds, mebibytes: started.usage().mebibytes };
    } finally {
        await started.stop();
    }
}
