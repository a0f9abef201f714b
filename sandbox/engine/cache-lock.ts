import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { lock } from "proper-lockfile";
import { engineFolder, removeUnfinished } from "./cache-folder";
import { Search } from "./engine";
import { formatDuration } from "./progress";

// The holder renews the lock every 5 s; one that was not renewed for 20 s belongs to a dead process.
const STALE_MS = 20_000;
const RENEW_MS = 5_000;
const LOOK_AGAIN_MS = 250;
const HEARTBEAT_MS = 15_000;

/** The folder whose existence is the lock. */
export function lockPath(env: NodeJS.ProcessEnv): string {
    return join(engineFolder(env), "lock");
}

/**
 * Does the work while no other process changes the cache. Waits for one that does, and says so.
 * What an interrupted process left behind is removed before the work starts.
 */
export async function withCacheLock<T>(search: Search, work: () => Promise<T>): Promise<T> {
    const folder = engineFolder(search.env);
    await mkdir(folder, { recursive: true });
    const release = await waitForLock(folder, search);
    try {
        await removeUnfinished(search.env);
        return await work();
    } finally {
        // A lock that was lost cannot be given back, which is no reason to fail.
        await release().catch(() => undefined);
    }
}

async function waitForLock(folder: string, { env, report }: Search): Promise<() => Promise<void>> {
    const started = Date.now();
    let nextLine = started;
    for (;;) {
        try {
            return await lock(folder, {
                lockfilePath: lockPath(env),
                stale: STALE_MS,
                update: RENEW_MS,
                // A machine that slept loses its lock. The default would throw where nobody can
                // catch it; going on is safe, because an installation is moved into place whole.
                onCompromised: () =>
                    report("Another process has taken over the lock on the cache."),
            });
        } catch (error) {
            if ((error as NodeJS.ErrnoException).code !== "ELOCKED") {
                throw error;
            }
        }
        if (Date.now() >= nextLine) {
            const waited = nextLine === started ? "" : ` (${formatDuration(Date.now() - started)})`;
            report(`Waiting for another process that installs or builds Pulumi…${waited}`);
            nextLine = Date.now() + HEARTBEAT_MS;
        }
        await sleep(LOOK_AGAIN_MS);
    }
}
