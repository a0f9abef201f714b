import { candidatesFor, type Path } from "./candidates";
import { decide, questionsOf } from "./decide";
import { materialOf, type Material } from "./material";
import { Reading, readingsOf, type Question } from "./readings";
import { isHidden, type Hidden, type World } from "./world";

/** How many completions are tried at most. */
const CAP = 48;

/** Which answers the completions of a world give. */
export type Answers = "allowed" | "denied" | "both";

/** A hidden part: where to write what it may be. */
interface Site {
    readonly holder: Record<string | number, unknown>;
    readonly key: string | number;
    readonly hidden: Hidden;
    readonly candidates: readonly unknown[];
}

function sitesOf(world: World): Site[] {
    const sites: Site[] = [];
    let material: Material | undefined;
    const walk = (part: object, path: Path): void => {
        const holder = part as Site["holder"];
        for (const name of Object.keys(part)) {
            const inner = holder[name];
            if (typeof inner === "object" && inner !== null) {
                const key = Array.isArray(part) ? Number(name) : name;
                const here = [...path, key];
                if (isHidden(inner)) {
                    material ??= materialOf(world);
                    const candidates = candidatesFor(here, inner, material);
                    sites.push({ holder, key, hidden: inner, candidates });
                } else {
                    walk(inner, here);
                }
            }
        }
    };
    walk(world, []);
    return sites;
}

/** Writes the numbered combination of candidates into the sites. */
function complete(sites: readonly Site[], number: number): void {
    let rest = number;
    for (const { holder, key, candidates } of sites) {
        const value = candidates[rest % candidates.length];
        rest = Math.floor(rest / candidates.length);
        if (value === undefined) {
            delete holder[key];
        } else {
            holder[key] = value;
        }
    }
}

/** All completions, or, beyond the cap, as many spread evenly (the stride is a prime). */
function numbersOf(sites: readonly Site[]): number[] {
    const total = sites.reduce((product, { candidates }) => product * candidates.length, 1);
    return Array.from({ length: Math.min(total, CAP) }, (_, index) =>
        total <= CAP ? index : (index * 7919 * 104729) % total,
    );
}

/** What the completions answer, when AWS is read in every way, and as one of its pages has it. */
export interface Outcome {
    /** Whether AWS leaves anything open that any completion depends on on its way. */
    readonly isOpen: boolean;
    readonly inAnyReading: readonly Answers[];
    readonly asStated: readonly Answers[];
}

function nameOf(answers: ReadonlySet<boolean>): Answers {
    return answers.size > 1 ? "both" : answers.has(true) ? "allowed" : "denied";
}

/** What all completions of a world answer. They are written into the world, one after another. */
export function outcomeOf(world: World): Outcome {
    const sites = sitesOf(world);
    try {
        return outcomeAt(world, sites);
    } finally {
        sites.forEach(({ holder, key, hidden }) => (holder[key] = hidden));
    }
}

function outcomeAt(world: World, sites: readonly Site[]): Outcome {
    const firm = new Set<boolean>();
    const open: number[] = [];
    for (const number of numbersOf(sites)) {
        complete(sites, number);
        const reading = new Reading();
        const answer = decide(world, reading);
        if (reading.asked.size > 0) {
            open.push(number);
        } else if (firm.add(answer).size > 1) {
            break;
        }
    }
    if (firm.size > 1 || open.length === 0) {
        const only = [nameOf(firm)];
        return { isOpen: open.length > 0, inAnyReading: only, asStated: only };
    }
    return openOutcome(world, sites, firm, open);
}

/** The same where some completions depend on how AWS is read. */
function openOutcome(
    world: World,
    sites: readonly Site[],
    firm: ReadonlySet<boolean>,
    open: readonly number[],
): Outcome {
    const questions = new Set<Question>();
    for (const number of open) {
        complete(sites, number);
        questionsOf(world).forEach((question) => questions.add(question));
    }
    const answersIn = (reading: Reading) => {
        const answers = new Set(firm);
        for (const number of open) {
            complete(sites, number);
            answers.add(decide(world, reading));
        }
        return nameOf(answers);
    };
    const readings = readingsOf([...questions]);
    return {
        isOpen: true,
        inAnyReading: [...new Set(readings.map(answersIn))].sort(),
        asStated: [
            ...new Set(readings.filter((it) => it.isStated(questions)).map(answersIn)),
        ].sort(),
    };
}
