import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { engineFolder } from "../sandbox/engine/cache-folder";
import { runCommand } from "../sandbox/engine/run-command";
import { packageRoot } from "../sandbox/package-root";

/** Says what is missing, and what to do, where there is no Python that can be used. */
export class PythonError extends Error {}

/** What a virtual environment is to hold. */
export interface PythonSettings {
    /** The file with the pinned requirements. */
    readonly requirements: string;
    /** What these are, as it is told when they are installed. */
    readonly what: string;
}

const ACCEPTANCE: PythonSettings = {
    requirements: join(__dirname, "requirements.txt"),
    what: "moto and botocore",
};
// The oldest that all pinned packages run on.
const OLDEST_MINOR = 11;
const INSTALL_TIMEOUT_MS = 10 * 60_000;
const TIMEOUT_MS = 60_000;
const ABANDONED_MS = 60 * 60_000;
const UNFINISHED = "unfinished-";

/**
 * The Python of a virtual environment with the pinned requirements, in the user's cache, beside the
 * engines of the sandbox. It is made in a folder of its own and moved there when it is complete: two
 * processes may make it at a time, and an interrupted one leaves no half of it.
 */
export async function preparePython(
    env: NodeJS.ProcessEnv,
    report: (line: string) => void,
    { requirements, what }: PythonSettings = ACCEPTANCE,
): Promise<string> {
    const version = await readVersion(env);
    const folder = join(dirname(engineFolder(env)), "python");
    const home = join(folder, await hashOf(version, requirements));
    if (existsSync(pythonIn(home))) {
        return pythonIn(home);
    }
    report(`Installing ${what} for Python (about half a minute, once)…`);
    await mkdir(folder, { recursive: true });
    await removeAbandoned(folder);
    const unfinished = await mkdtemp(join(folder, UNFINISHED));
    try {
        await run(
            "python3",
            ["-m", "venv", unfinished],
            env,
            "Python cannot make a virtual environment; on Debian and Ubuntu install python3-venv",
        );
        await run(
            pythonIn(unfinished),
            ["-m", "pip", "install", "--disable-pip-version-check", "-r", requirements],
            env,
            `pip cannot install the packages of ${relative(packageRoot(), requirements)}`,
        );
        await rename(unfinished, home).catch((error: NodeJS.ErrnoException) => {
            // Somebody was first. Theirs is as good.
            if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") {
                throw error;
            }
        });
    } finally {
        await rm(unfinished, { recursive: true, force: true, maxRetries: 3 });
    }
    return pythonIn(home);
}

/** Removes what interrupted processes left behind, when nobody can be at it any more. */
async function removeAbandoned(folder: string): Promise<void> {
    for (const name of await readdir(folder)) {
        const path = join(folder, name);
        if (name.startsWith(UNFINISHED) && (await stat(path)).mtimeMs < Date.now() - ABANDONED_MS) {
            await rm(path, { recursive: true, force: true, maxRetries: 3 });
        }
    }
}

function pythonIn(home: string): string {
    return process.platform === "win32"
        ? join(home, "Scripts", "python.exe")
        : join(home, "bin", "python");
}

async function readVersion(env: NodeJS.ProcessEnv): Promise<string> {
    const wanted = `This needs Python 3.${OLDEST_MINOR} or newer as python3 on PATH`;
    const stdout = await run("python3", ["--version"], env, wanted);
    const [, version = "", minor] = /^Python (3\.(\d+)\.\S+)/.exec(stdout) ?? [];
    if (Number(minor ?? 0) < OLDEST_MINOR) {
        throw new PythonError(`${wanted}, and it is ${stdout.trim() || "of an unknown version"}.`);
    }
    return version;
}

async function hashOf(version: string, requirements: string): Promise<string> {
    const hash = createHash("sha256").update(`${version} ${process.platform} ${process.arch}\0`);
    return hash
        .update(await readFile(requirements))
        .digest("hex")
        .slice(0, 16);
}

async function run(
    command: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv,
    failure: string,
): Promise<string> {
    const timeout = args.includes("pip") ? INSTALL_TIMEOUT_MS : TIMEOUT_MS;
    const outcome = await runCommand(command, args, { env, timeout });
    if ("failure" in outcome) {
        throw new PythonError(`${failure}: ${outcome.failure}`);
    }
    return outcome.stdout;
}
