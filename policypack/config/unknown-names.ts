import { compare, formatName } from "../../core";
import { findNearestName } from "./nearest-name";

/** What the pack is told of its policies: the settings that stand under each name. */
export type PackConfig = ReadonlyMap<string, readonly string[]>;

/** Under this name the engine takes the level of every policy. */
const ALL = "all";

/**
 * Says in one sentence what the configuration names that the pack does not have; the engine writes in
 * front of it which pack is being configured. It validates the settings of policies that it knows,
 * and passes on all else without a word: where a policy is misspelt, what it was to stop would pass.
 */
export function describeUnknownNames(
    config: PackConfig,
    policies: readonly string[],
): string | undefined {
    const mistakes = [...config]
        .sort(([a], [b]) => compare(a, b))
        .flatMap(([name, settings]) =>
            name === ALL
                ? describeAll(settings)
                : policies.includes(name)
                  ? []
                  : [describeName(name, policies)],
        );
    return mistakes.length > 0 ? mistakes.join("; ") : undefined;
}

function describeName(name: string, policies: readonly string[]): string {
    const nearest = findNearestName(name, policies);
    const remedy = nearest === undefined ? "leave it out" : `did you mean ${nearest}?`;
    return `the pack has no policy ${formatName(name)} (${remedy})`;
}

function describeAll(settings: readonly string[]): string[] {
    const names = settings.map(formatName).sort(compare).join(", ");
    return settings.length > 0
        ? [`all has a level and no settings (give ${names} to each policy that it is for)`]
        : [];
}
