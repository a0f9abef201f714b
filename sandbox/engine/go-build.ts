import { copyFile, mkdir, readdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { engineFolder } from "./cache-folder";
import { findOnPath } from "./executables";
import { runCommand } from "./run-command";
import { compareVersions, OLDEST_GO, parseGoVersion } from "./versions";

const BUILD_TIMEOUT_MS = 45 * 60_000;
const VERSION_TIMEOUT_MS = 60_000;

/** A Go that is new enough. */
export interface Go {
    /** Absolute path of the executable. */
    readonly command: string;
    /** Its version. */
    readonly version: string;
}

/** What is built. */
export interface GoPackage {
    /** The folder of its module: go.mod, go.sum, and sources if there are any. */
    readonly module: string;
    /** The package in it or among its dependencies. */
    readonly path: string;
    /** What the linker is told. */
    readonly ldflags: string;
}

/** Finds the Go on PATH, or says why there is none that can be used. Needs the cache's folder. */
export async function findGo(
    env: NodeJS.ProcessEnv,
): Promise<{ readonly go: Go } | { readonly outcome: string }> {
    const command = findOnPath("go", env);
    if (command === undefined) {
        return { outcome: "no go on PATH" };
    }
    // Not in the user's folder: a go.mod there may ask for another Go, which would then answer.
    const settings = { env, cwd: engineFolder(env), timeout: VERSION_TIMEOUT_MS };
    const printed = await runCommand(command, ["version"], settings);
    if ("failure" in printed) {
        return { outcome: `\`${command} version\` fails: ${printed.failure}` };
    }
    const version = parseGoVersion(printed.stdout);
    if (version === undefined) {
        return { outcome: `\`${command} version\` prints no version` };
    }
    return compareVersions(version, OLDEST_GO) < 0
        ? { outcome: `${command} is version ${version}, older than ${OLDEST_GO}` }
        : { go: { command, version } };
}

/** Builds an executable: nothing if it went well, else why not. */
export async function buildWithGo(
    { command }: Go,
    { module, path, ldflags }: GoPackage,
    executable: string,
    env: NodeJS.ProcessEnv,
    workFolder: string,
): Promise<string | undefined> {
    // A copy, so that nothing can change the committed files and the package may be read-only.
    const copy = join(workFolder, "module");
    await mkdir(copy);
    await mkdir(dirname(executable), { recursive: true });
    for (const file of await readdir(module)) {
        await copyFile(join(module, file), join(copy, file));
    }
    const outcome = await runCommand(
        command,
        // On the command line `-mod` goes before one in the user's GOFLAGS, and leaves the rest of
        // those as they are, wherever they are set.
        ["build", "-mod=readonly", `-ldflags=${ldflags}`, "-o", executable, path],
        { env: buildEnvironment(env), cwd: copy, timeout: BUILD_TIMEOUT_MS },
    );
    return "failure" in outcome ? outcome.failure : undefined;
}

// What the user may have set for other work, and what would build something else or nothing here.
function buildEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
    return { ...env, GO111MODULE: "on", GOWORK: "off", GOOS: undefined, GOARCH: undefined };
}
