import { findManagedPolicyDifferences, MANAGED_POLICIES } from "../../core";
import type { Summary } from "../report";
import { compareWorlds } from "./compare";
import type { MotoQuestion } from "./differences";
import { generateWorlds } from "./generate";
import { askPython } from "./python-answers";
import { renderAccess } from "./report";
import { compareCalls, makeCallWorlds, type Call } from "./server";

const WORLDS = 6_000;
const SEED = 20_261_125;

/**
 * Holds core/iam against moto's access control: in its own process, where it is asked about policies of
 * a role, by calls to its server, and against AWS's managed policies as moto has them.
 */
export async function judgeAccess(python: string, endpoint: string): Promise<Summary> {
    const ask = async (questions: readonly MotoQuestion[]) => {
        const answer = await askPython(python, "permitted.py", [], { questions, managed: [] });
        return (answer as Answer).permitted;
    };
    const worlds = await compareWorlds(generateWorlds(WORLDS, SEED), ask);
    const targets = await askPython(python, "calls.py", ["prepare", endpoint], []);
    const calls = await compareCalls(
        makeCallWorlds(targets as Record<string, string>, SEED),
        async (asked: readonly Call[]) =>
            (await askPython(python, "calls.py", ["ask", endpoint], asked)) as boolean[],
    );
    const names = MANAGED_POLICIES.map(({ path }) => path.split("/").at(-1) ?? path);
    const recorded = await askPython(python, "permitted.py", [], { questions: [], managed: names });
    const outdated = MANAGED_POLICIES.flatMap((entry, index) =>
        findManagedPolicyDifferences(entry, (recorded as Answer).managed[names[index]]).map(
            (difference) => `${names[index]}: ${difference}`,
        ),
    );
    return renderAccess(worlds, calls, { policies: names.length, outdated });
}

interface Answer {
    readonly permitted: readonly (boolean | null)[];
    readonly managed: Readonly<Record<string, unknown>>;
}
