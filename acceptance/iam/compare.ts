import {
    ALL_DIFFERENCES,
    DIFFERENCES,
    putToMoto,
    type DifferenceName,
    type MotoQuestion,
} from "./differences";
import { EXAMPLES } from "./examples";
import { findOpenness } from "./openness";
import { answerOfCore, type World } from "./world";

/** What moto answers: whether it permits, or `null` where it breaks. */
export type AskMoto = (questions: readonly MotoQuestion[]) => Promise<readonly (boolean | null)[]>;

/** What a comparison has come to. */
export interface Comparison {
    readonly worlds: number;
    readonly allowed: number;
    readonly agreed: number;
    /** Where core/iam says that it is not known, for each reason. */
    readonly undetermined: ReadonlyMap<string, number>;
    /** Where the two differ, for each difference; `several` where it takes more than one. */
    readonly explained: ReadonlyMap<DifferenceName | "several", number>;
    /** What nothing explains: a world, and what the two say of it. */
    readonly unexplained: readonly string[];
}

interface Asked {
    readonly world: World;
    readonly core: "allowed" | "denied";
    /** What moto says of the world as it is, and of the world in moto's own words. */
    readonly plain: boolean | null;
    readonly told: boolean | null;
}

/**
 * Asks core/iam and moto about worlds. They differ where moto, told in its own words what it does not
 * model, answers otherwise than core/iam: those who agree by chance are found as well.
 */
export async function compareWorlds(worlds: readonly World[], ask: AskMoto): Promise<Comparison> {
    const [plain, told] = await Promise.all(
        [new Set<DifferenceName>(), ALL_DIFFERENCES].map((said) =>
            ask(worlds.map((world) => putToMoto(world, said))),
        ),
    );
    const undetermined = new Map<string, number>();
    const unexplained: string[] = [];
    const asked: Asked[] = [];
    worlds.forEach((world, index) => {
        const core = answerOfCore(world);
        const open = core === "undetermined" ? findOpenness(world) : undefined;
        if (core !== "undetermined") {
            asked.push({ world, core, plain: plain[index], told: told[index] });
        } else if (open === undefined) {
            unexplained.push(describe(world, core, told[index]));
        } else {
            undetermined.set(open, (undetermined.get(open) ?? 0) + 1);
        }
    });
    const wrong = asked.filter(({ core, told }) => told !== (core === "allowed"));
    unexplained.push(...wrong.map(({ world, core, told }) => describe(world, core, told)));
    const differing = asked.filter(
        (one) => !wrong.includes(one) && one.plain !== (one.core === "allowed"),
    );
    return {
        worlds: worlds.length,
        allowed: asked.filter(({ core }) => core === "allowed").length,
        agreed: asked.length - wrong.length - differing.length,
        undetermined,
        explained: await explain(differing, ask),
        unexplained: [...unexplained, ...(await findStale(ask))],
    };
}

/** Which difference, told alone, makes moto answer as core/iam does. */
async function explain(
    differing: readonly Asked[],
    ask: AskMoto,
): Promise<Comparison["explained"]> {
    const names = DIFFERENCES.map(({ name }) => name);
    const answers = await ask(
        differing.flatMap(({ world }) => names.map((name) => putToMoto(world, new Set([name])))),
    );
    const explained = new Map<DifferenceName | "several", number>();
    differing.forEach(({ core }, index) => {
        const ours = answers.slice(index * names.length, (index + 1) * names.length);
        const at = ours.findIndex((answer) => answer === (core === "allowed"));
        const name = at < 0 ? "several" : names[at];
        explained.set(name, (explained.get(name) ?? 0) + 1);
    });
    return explained;
}

/** Differences that moto does not show any more: they would explain away what is wrong. */
async function findStale(ask: AskMoto): Promise<string[]> {
    const [plain, told] = [
        await ask(EXAMPLES.map(({ world }) => putToMoto(world, new Set()))),
        await ask(EXAMPLES.map(({ world, difference }) => putToMoto(world, new Set([difference])))),
    ];
    return EXAMPLES.flatMap(({ world, difference }, index) => {
        const isAllowed = answerOfCore(world) === "allowed";
        return plain[index] !== isAllowed && told[index] === isAllowed
            ? []
            : [
                  `the example of the difference «${difference}» shows none: take it out of the table`,
              ];
    });
}

function describe(world: World, core: string, moto: boolean | null): string {
    const says = moto === null ? "breaks" : moto ? "permits it" : "does not permit it";
    const { name, action, resource, policies } = world;
    return `${name}: ${action} on ${resource} is ${core} by core/iam, and moto ${says}: ${JSON.stringify(policies)}`;
}
