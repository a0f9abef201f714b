import { candidatesFor, type Path } from "./candidates";
import { decide, questionsOf } from "./decide";
import { materialOf } from "./material";
import { readingsOf, type Question } from "./readings";
import { isHidden, type World } from "./world";

/** How many completions are tried at most. */
export const CAP = 128;

/** Which answers the completions of a world give. */
export type Answers = "allowed" | "denied" | "both";

/** A hidden part: where to write what it may be. */
interface Site {
    readonly holder: Record<string | number, unknown>;
    readonly key: string | number;
    readonly candidates: readonly unknown[];
}

function copyOf<T>(part: T): T {
    if (typeof part !== "object" || part === null) {
        return part;
    }
    const copy: unknown = Array.isArray(part)
        ? part.map(copyOf)
        : Object.fromEntries(Object.entries(part).map(([key, value]) => [key, copyOf(value)]));
    return copy as T;
}

function sitesOf(world: World): Site[] {
    const material = materialOf(world);
    const walk = (part: unknown, path: Path): Site[] =>
        typeof part !== "object" || part === null
            ? []
            : Object.entries(part).flatMap(([name, inner]) => {
                  const key = Array.isArray(part) ? Number(name) : name;
                  const here = [...path, key];
                  const holder = part as Site["holder"];
                  return isHidden(inner)
                      ? [{ holder, key, candidates: candidatesFor(here, material) }]
                      : walk(inner, here);
              });
    return walk(world, []);
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

/** Each completion of a world with hidden parts. The same object is written anew each time. */
export function* completionsOf(world: World): Generator<World> {
    const copy = copyOf(world);
    const sites = sitesOf(copy);
    for (const number of numbersOf(sites)) {
        complete(sites, number);
        yield copy;
    }
}

/**
 * The answers of all completions, one entry per way to read the documentation: a single entry
 * when it leaves nothing open.
 */
export function answersOf(world: World): Answers[] {
    const questions = new Set<Question>();
    const seen = new Set<boolean>();
    for (const completion of completionsOf(world)) {
        questionsOf(completion).forEach((question) => questions.add(question));
        seen.add(decide(completion));
    }
    const plain = readingsOf([...questions].slice(0, 4)).map((reading) => {
        const answers = new Set(seen);
        if (questions.size > 0) {
            answers.clear();
            for (const completion of completionsOf(world)) {
                answers.add(decide(completion, reading));
            }
        }
        return answers.size > 1 ? "both" : answers.has(true) ? "allowed" : "denied";
    });
    return [...new Set(plain)];
}
