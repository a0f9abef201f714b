import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { engineFolder, fillCache } from "./cache-folder";
import { Engine, Step, StepResult } from "./engine";
import { executableName, hasNodeLanguageHost } from "./executables";
import { readVersion } from "./inspect-executable";
import { PINNED_VERSION } from "./versions";

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

/** Lets `fill` make an installation of the pinned version for the cache. Call it under the lock. */
export async function addToCache(
    source: Engine["source"],
    env: NodeJS.ProcessEnv,
    fill: (installation: string, workFolder: string) => Promise<string | undefined>,
): Promise<StepResult> {
    const failure = await fillCache(env, {
        name: PINNED_VERSION,
        fill,
        async findFault(installation) {
            const read = await readPinnedVersion(commandIn(installation), env);
            return "outcome" in read ? read.outcome : undefined;
        },
    });
    const command = commandIn(join(engineFolder(env), PINNED_VERSION));
    return failure === undefined ? { found: engineAt(command, source, env) } : { outcome: failure };
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
