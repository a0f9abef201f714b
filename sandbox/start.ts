import { parseArgs } from "node:util";
import { EngineNotFoundError } from "./engine";
import { Sandbox } from "./sandbox";
import { tour, TourError } from "./tour";

const USAGE = `Usage: npm start -- [--keep] [--help]

Deploys examples/article with the real Pulumi engine to a simulated AWS account, then shows how the
policy pack stops two wrong variants. Nothing reaches a real account.

  --keep   leave the sandbox in place afterwards, and say where it is
  --help   show this text`;

async function main(): Promise<number> {
    const options = readOptions();
    if (typeof options === "number") {
        return options;
    }
    print("Everything called AWS below is simulated on this machine; the Pulumi engine is real.");
    const sandbox = await Sandbox.open({ report: print });
    onInterrupt(() => sandbox.close());
    try {
        await tour(sandbox, print);
    } finally {
        if (options.keep) {
            print(`\nKept: ${sandbox.keep()}`);
        } else {
            sandbox.close();
        }
    }
    return 0;
}

function readOptions(): { keep: boolean } | number {
    try {
        const { values } = parseArgs({
            options: { help: { type: "boolean" }, keep: { type: "boolean" } },
        });
        if (values.help) {
            print(USAGE);
            return 0;
        }
        return { keep: values.keep ?? false };
    } catch (error) {
        console.error(`${(error as Error).message}\n\n${USAGE}`);
        return 2;
    }
}

/** A secret may be in the simulated store: an interrupted run leaves nothing behind either. */
function onInterrupt(cleanUp: () => void): void {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
        process.once(signal, () => {
            cleanUp();
            process.exit(signal === "SIGINT" ? 130 : 143);
        });
    }
}

function print(line: string): void {
    console.log(line);
}

main().then(
    (exitCode) => process.exit(exitCode),
    (error: unknown) => {
        const isExpected = error instanceof EngineNotFoundError || error instanceof TourError;
        console.error(isExpected ? error.message : error);
        process.exit(1);
    },
);
