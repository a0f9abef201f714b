import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";
import { Engine, Step, StepResult } from "./engine";
import { executableName, hasNodeLanguageHost } from "./executables";
import { readVersion } from "./inspect-executable";
import { PINNED_VERSION } from "./versions";

const UNFINISHED = "unfinished-";

/** The folder that holds the engines: `engine` in `ECS_SECRETS_CACHE`, else in the user's cache. */
export function engineFolder(env: NodeJS.ProcessEnv): string {
    if (env.ECS_SECRETS_CACHE) {
        return resolve(env.ECS_SECRETS_CACHE, "engine");
    }
    // A relative XDG_CACHE_HOME is to be ignored: https://specifications.freedesktop.org/basedir/
    const xdg = env.XDG_CACHE_HOME;
    const caches = xdg && isAbsolute(xdg) ? xdg : join(env.HOME || homedir(), ".cache");
    return join(caches, "pulumi-ecs-secrets", "engine");
}

/** The CLI below the folder of an installation, as Pulumi's installer lays it out. */
export function commandIn(installation: string): string {
    return join(installation, "bin", executableName("pulumi"));
}

/** An engine that was installed or built before. Only looks: it needs no lock and no right to write. */
export const cache: Step = { tried: "the cache", run: ({ env }) => lookInCache(env) };

/**
 * The same under the lock: another process may have filled the cache meanwhile. One that does not
 * work is removed, so that the next step can put a good one in its place.
 */
export const mendedCache: Step = {
    tried: cache.tried,
    async run({ env, report }) {
        const result = await lookInCache(env);
        const installation = join(engineFolder(env), PINNED_VERSION);
        if ("found" in result || !existsSync(installation)) {
            return result;
        }
        await rm(installation, { recursive: true, force: true });
        report(`Removed a broken Pulumi CLI from the cache: ${result.outcome}.`);
        return { outcome: `${result.outcome}; removed` };
    },
};

async function lookInCache(
    env: NodeJS.ProcessEnv,
): Promise<{ found: Engine } | { outcome: string }> {
    const command = commandIn(join(engineFolder(env), PINNED_VERSION));
    if (!existsSync(command)) {
        return { outcome: `no ${command}` };
    }
    const read = await readPinnedVersion(command, env);
    return "outcome" in read ? read : { found: engineAt(command, "cache", env) };
}

/**
 * Lets `fill` make an installation in a folder of its own; the installation is moved into the cache
 * only when it is complete and prints the right version. Call it under the lock.
 */
export async function addToCache(
    source: Engine["source"],
    env: NodeJS.ProcessEnv,
    fill: (installation: string, workFolder: string) => Promise<string | undefined>,
): Promise<StepResult> {
    const workFolder = await mkdtemp(join(engineFolder(env), UNFINISHED));
    try {
        const installation = join(workFolder, "installation");
        await mkdir(installation);
        const failure = await fill(installation, workFolder);
        if (failure !== undefined) {
            return { outcome: failure };
        }
        const read = await readPinnedVersion(commandIn(installation), env);
        if ("outcome" in read) {
            return { outcome: `it ended well, but ${read.outcome}` };
        }
        const final = join(engineFolder(env), PINNED_VERSION);
        // Somebody may have been first, if this process slept and lost its lock. Theirs is as good.
        await rename(installation, final).catch((error: NodeJS.ErrnoException) => {
            if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") {
                throw error;
            }
        });
        return { found: engineAt(commandIn(final), source, env) };
    } finally {
        await rm(workFolder, { recursive: true, force: true, maxRetries: 3 });
    }
}

/** Removes what interrupted processes left behind. Call it under the lock. */
export async function removeUnfinished(env: NodeJS.ProcessEnv): Promise<void> {
    const folder = engineFolder(env);
    for (const name of await readdir(folder)) {
        if (name.startsWith(UNFINISHED)) {
            await rm(join(folder, name), { recursive: true, force: true, maxRetries: 3 });
        }
    }
}

async function readPinnedVersion(
    command: string,
    env: NodeJS.ProcessEnv,
): Promise<{ readonly version: string } | { readonly outcome: string }> {
    const read = await readVersion(command, env);
    if ("reason" in read) {
        return { outcome: read.reason };
    }
    return read.version === PINNED_VERSION
        ? read
        : { outcome: `${command} is version ${read.version}, not ${PINNED_VERSION}` };
}

function engineAt(command: string, source: Engine["source"], env: NodeJS.ProcessEnv): Engine {
    const host = hasNodeLanguageHost(command, env);
    return { command, version: PINNED_VERSION, source, hasNodeLanguageHost: host };
}
