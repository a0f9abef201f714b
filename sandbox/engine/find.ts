import { cache, mendedCache } from "./cache";
import { engineFolder } from "./cache-folder";
import { withCacheLock } from "./cache-lock";
import { Attempt, Engine, FindEngineOptions, Search, Step } from "./engine";
import { EngineNotFoundError } from "./engine-not-found-error";
import { environmentVariable } from "./environment-variable";
import { go } from "./go";
import { installer } from "./installer";
import { path } from "./path";

/** The steps of a search, in their order. */
export interface Steps {
    /** Those that only look. */
    readonly looking: readonly Step[];
    /** Those that change the cache, and therefore wait for their turn. */
    readonly making: readonly Step[];
}

/** All ways to come by an engine. */
export const allSteps: Steps = {
    looking: [environmentVariable, path, cache],
    making: [mendedCache, installer, go],
};

/**
 * Finds the Pulumi CLI, or installs or builds it once into a cache.
 *
 * @throws {@link EngineNotFoundError} if no way leads to one.
 */
export async function findEngine(options: FindEngineOptions = {}): Promise<Engine> {
    return findEngineBy(allSteps, options);
}

/** Finds the Pulumi CLI by the given steps. */
export async function findEngineBy(steps: Steps, options: FindEngineOptions = {}): Promise<Engine> {
    const { env = process.env, report = () => undefined } = options;
    const search = { env, report };
    const trail = new Map<string, Attempt>();
    const engine =
        (await tryInOrder(steps.looking, search, trail)) ??
        (await makeUnderLock(steps.making, search, trail));
    if (engine === undefined) {
        throw new EngineNotFoundError([...trail.values()]);
    }
    search.report(`Using the Pulumi CLI ${engine.version}: ${engine.command} (${engine.source}).`);
    return engine;
}

async function makeUnderLock(
    steps: readonly Step[],
    search: Search,
    trail: Map<string, Attempt>,
): Promise<Engine | undefined> {
    try {
        return await withCacheLock(search, () => tryInOrder(steps, search, trail));
    } catch (error) {
        if (error instanceof EngineNotFoundError) {
            throw error;
        }
        const tried = `writing to the cache in ${engineFolder(search.env)}`;
        trail.set(tried, { tried, outcome: messageOf(error) });
        return undefined;
    }
}

// The trail is kept by the name of the step: the cache is looked at twice, and the second look is
// the one that counts.
async function tryInOrder(
    steps: readonly Step[],
    search: Search,
    trail: Map<string, Attempt>,
): Promise<Engine | undefined> {
    for (const { tried, run } of steps) {
        const result = await run(search).catch((error) => ({ outcome: messageOf(error) }));
        if ("found" in result) {
            return result.found;
        }
        const { outcome } = result;
        if (trail.get(tried)?.outcome !== outcome) {
            search.report(`Not by ${tried}: ${outcome}.`);
        }
        trail.set(tried, { tried, outcome });
        if ("final" in result) {
            throw new EngineNotFoundError([...trail.values()]);
        }
    }
    return undefined;
}

function messageOf(error: unknown): string {
    return error instanceof Error ? error.message : String(error);
}
