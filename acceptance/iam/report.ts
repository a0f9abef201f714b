import type { Summary } from "../report";
import type { Comparison } from "./compare";
import { DIFFERENCES } from "./differences";
import type { CallComparison } from "./server";

/** AWS's managed policies, and how moto's documents differ from those that are recorded. */
export interface ManagedComparison {
    readonly policies: number;
    readonly outdated: readonly string[];
}

// So many are told in full; a mistake seldom comes alone.
const MOST_TOLD = 20;

/** What comparing core/iam with moto has come to, with the sum as the last line. */
export function renderAccess(
    worlds: Comparison,
    calls: CallComparison,
    managed: ManagedComparison,
): Summary {
    const differing = sum(worlds.explained);
    const open = sum(worlds.undetermined);
    const unexplained = [...worlds.unexplained, ...calls.unexplained, ...managed.outdated];
    const lines = [
        "Access by identity policies, core/iam and moto's access control:",
        ...DIFFERENCES.map(
            ({ name, what, source }) =>
                `  ${counted(worlds.explained.get(name))} differ: ${what} (${source})`,
        ),
        `  ${counted(worlds.explained.get("several"))} differ by several of these together`,
        ...[...worlds.undetermined].map(
            ([why, count]) => `  ${counted(count)} undetermined: ${why}`,
        ),
        `  ${counted(calls.explained)} differ by a call: moto's server asks about all resources`,
        ...unexplained.slice(0, MOST_TOLD).map((what) => `\nUnexplained: ${what}`),
        ...(unexplained.length > MOST_TOLD
            ? [`\n… and ${unexplained.length - MOST_TOLD} more`]
            : []),
        "",
        [
            `${worlds.worlds} worlds (${worlds.allowed} allowed): ${worlds.agreed} agree`,
            `${differing} differ as the table says`,
            `${open} undetermined`,
            `${calls.calls} calls: ${calls.agreed} agree`,
            `${calls.explained} differ`,
            `${managed.policies} managed policies`,
            `${unexplained.length} unexplained`,
        ].join(", "),
        "",
    ];
    // A comparison in which nothing is allowed, or nothing denied, has shown nothing.
    const isTelling = worlds.allowed > 0 && worlds.agreed > worlds.allowed && calls.allowed > 0;
    return { lines, isGreen: isTelling && unexplained.length === 0 };
}

function sum(counts: ReadonlyMap<unknown, number>): number {
    return [...counts.values()].reduce((total, count) => total + count, 0);
}

function counted(count = 0): string {
    return String(count).padStart(5);
}
