import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { CommandOutcome } from "../../sandbox/engine/run-command";
import { packageRoot } from "../../sandbox/package-root";
import { listCalls, listPageCalls, PIPELINES, type Call } from "./pipeline-files";

/** Where pages stand that users copy commands from. */
const FOLDERS = ["docs", "examples", "policypack"];

/** Runs the Pulumi CLI with some words. */
export type RunPulumi = (args: readonly string[]) => Promise<CommandOutcome>;

/** Every different call of the Pulumi CLI in the files of `ci` and on the pages for users. */
export function listAllCalls(): Call[] {
    const pages = ["README.md", "SECURITY.md", "CONTRIBUTING.md"].concat(
        FOLDERS.flatMap((folder) =>
            readdirSync(join(packageRoot(), folder), { recursive: true, encoding: "utf8" })
                .filter((file) => file.endsWith(".md"))
                .map((file) => join(folder, file)),
        ),
    );
    const calls = [
        ...PIPELINES.flatMap(listCalls),
        ...pages.flatMap((page) => listPageCalls(readFileSync(join(packageRoot(), page), "utf8"))),
    ];
    return [...new Map(calls.map((call) => [JSON.stringify(call), call])).values()];
}

/** What the CLI's own help does not know of a call: a command, or flags. */
export async function judgeCall({ command, flags }: Call, run: RunPulumi): Promise<string[]> {
    const words = command.split(" ");
    const outcome = await run([...words, "--help"]);
    if ("failure" in outcome) {
        return [outcome.failure];
    }
    const help = outcome.stdout;
    // Of a command that there is not, the CLI shows the help of the one above it.
    const [, usage = ""] = /^Usage:\n {2}pulumi ?(.*)$/m.exec(help) ?? [];
    const known = usage.split(" ").filter((word) => /^[a-z-]+$/.test(word));
    const isParent = /^ {2}pulumi .*\[command\]/m.test(help);
    const isKnown = isParent ? known.length === words.length : known.length > 0;
    return [
        ...(isKnown ? [] : [`there is no command ${command}`]),
        ...flags
            .map((flag) => flag.replace(/=.*$/, ""))
            .filter((flag) => !new RegExp(`(?<![\\w-])${flag}(?![\\w-])`).test(help)),
    ];
}
