import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { isAbsolute, join, resolve } from "node:path";

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

/** How an entry of the cache is made. */
export interface Filling {
    /** The name of the entry. */
    readonly name: string;
    /** Puts the installation into its folder: nothing if it went well, else why not. */
    fill(installation: string, workFolder: string): Promise<string | undefined>;
    /** What is wrong with the complete installation, if anything is. */
    findFault(installation: string): Promise<string | undefined>;
}

/**
 * Lets an installation be made in a folder of its own; it is moved into the cache only when it is
 * complete and works. Returns why there is none, if there is none. Call it under the lock.
 */
export async function fillCache(
    env: NodeJS.ProcessEnv,
    { name, fill, findFault }: Filling,
): Promise<string | undefined> {
    const workFolder = await mkdtemp(join(engineFolder(env), UNFINISHED));
    try {
        const installation = join(workFolder, "installation");
        await mkdir(installation);
        const failure = await fill(installation, workFolder);
        if (failure !== undefined) {
            return failure;
        }
        const fault = await findFault(installation);
        if (fault !== undefined) {
            return `it ended well, but ${fault}`;
        }
        // Somebody may have been first, if this process slept and lost its lock. Theirs is as good.
        const final = join(engineFolder(env), name);
        await rename(installation, final).catch((error: NodeJS.ErrnoException) => {
            if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") {
                throw error;
            }
        });
        return undefined;
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
