import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "../sandbox/package-root";
import { exampleProgram } from "../test/support/run-example";
import { runProgram, type ProgramRun, type Server } from "./program";
import { makeUpSetting, missingSetting, settingsOf } from "./settings";

const FOLDER = join(packageRoot(), "examples");

/** The names of all examples, sorted. */
export function listExamples(): string[] {
    return readdirSync(FOLDER)
        .filter((name) => existsSync(join(FOLDER, name, "index.ts")))
        .sort();
}

/** What came of an example, with all that went wrong told as failures. */
export type ExampleRun = Omit<ProgramRun, "errors"> & { readonly example: string };

/**
 * Sends all that an example makes. A setting that it requires and that has no value here is made up:
 * the example is then run once more, from the beginning.
 */
export async function runExample(
    example: string,
    server: Server,
    reset: () => Promise<void>,
): Promise<ExampleRun> {
    const code = readFileSync(join(FOLDER, example, "index.ts"), "utf8");
    const settings = settingsOf(example);
    for (;;) {
        await reset();
        const { errors, failures, ...run } = await runProgram(
            exampleProgram(code, settings),
            server,
        );
        const [missing] = errors.flatMap((error) => missingSetting(error) ?? []);
        if (missing === undefined || missing in settings) {
            const told = errors.map(({ message }) => message);
            return { example, ...run, failures: [...failures, ...told] };
        }
        settings[missing] = makeUpSetting(missing);
    }
}
