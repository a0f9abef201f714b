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
    const interruption = nextInterruption();
    let exitCode: number | undefined;
    try {
        exitCode = await Promise.race([interruption, tour(sandbox, print).then(() => 0)]);
    } finally {
        await sandbox.interrupt();
        if (options.keep && !exitCode) {
            print(`\nKept: ${sandbox.keep()}`);
        } else {
            sandbox.close();
        }
    }
    return exitCode;
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

/**
 * The exit code that an interrupted run ends with. Signals no longer end the process by themselves:
 * a secret may be in the simulated store, and an interrupted run leaves nothing behind either.
 */
function nextInterruption(): Promise<number> {
    return new Promise((resolve) => {
        process.on("SIGINT", () => resolve(130));
        process.on("SIGTERM", () => resolve(143));
    });
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
