import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { engineFolder, fillCache } from "./cache-folder";
import { withCacheLock } from "./cache-lock";
import { Search } from "./engine";
import { executableName, isExecutable } from "./executables";
import { buildWithGo, findGo, GoPackage } from "./go-build";
import { withProgress } from "./progress";
import { runCommand } from "./run-command";

const TRIAL_TIMEOUT_MS = 60_000;

/** A program of Go's that works beside the CLI, and is built once into the same cache. */
export interface GoTool {
    /** The name of its executable. */
    readonly name: string;
    /** What messages call it, with its version. */
    readonly title: string;
    /** Its entry in the cache: another one for whatever is built differently. */
    readonly entry: string;
    /** What is built. */
    readonly source: GoPackage;
    /** How long the first build usually takes. */
    readonly duration: string;
    /** The arguments with which it does nothing, and ends well. */
    readonly trial: readonly string[];
}

/** The tool's executable in the cache, built if it is not there, or why there is none. */
export async function findGoTool(
    tool: GoTool,
    search: Search,
): Promise<{ readonly found: string } | { readonly outcome: string }> {
    const installation = join(engineFolder(search.env), tool.entry);
    const found = executableIn(installation, tool);
    if ((await findFault(found, tool, search.env)) === undefined) {
        return { found };
    }
    return withCacheLock(search, async () => {
        // Another process may have built it meanwhile. One that does not work is built anew.
        if ((await findFault(found, tool, search.env)) === undefined) {
            return { found };
        }
        if (existsSync(installation)) {
            await rm(installation, { recursive: true, force: true });
            search.report(`Removed from the cache, because it does not run: ${tool.title}.`);
        }
        const outcome = await build(tool, search);
        return outcome === undefined ? { found } : { outcome };
    });
}

async function build(tool: GoTool, search: Search): Promise<string | undefined> {
    const { env } = search;
    const result = await findGo(env);
    if ("outcome" in result) {
        return result.outcome;
    }
    const words = {
        start: `Building ${tool.title} with Go ${result.go.version} (${tool.duration} the first time)…`,
        ongoing: `Still building ${tool.title}…`,
        done: `Built ${tool.title}`,
    };
    const built = await withProgress(search, words, async () => {
        const outcome = await fillCache(env, {
            name: tool.entry,
            fill: (installation, workFolder) => {
                const executable = executableIn(installation, tool);
                return buildWithGo(result.go, tool.source, executable, env, workFolder);
            },
            findFault: (installation) => findFault(executableIn(installation, tool), tool, env),
        });
        return outcome === undefined ? { found: tool.title } : { outcome };
    });
    return "outcome" in built ? built.outcome : undefined;
}

function executableIn(installation: string, { name }: GoTool): string {
    return join(installation, "bin", executableName(name));
}

async function findFault(
    executable: string,
    { trial }: GoTool,
    env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
    if (!isExecutable(executable)) {
        return `${executable} is not an executable file`;
    }
    const outcome = await runCommand(executable, trial, { env, timeout: TRIAL_TIMEOUT_MS });
    return "failure" in outcome ? `${executable} fails: ${outcome.failure}` : undefined;
}
