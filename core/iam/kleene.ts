/**
 * The four answers to a question about a program whose values are only partly known. `unknown` is
 * what no run of the program will tell, `pending` what is known once it has run.
 */
export type Truth = "no" | "unknown" | "pending" | "yes";

/**
 * An answer with its grounds: for `no` what is lacking, for `unknown` and `pending` what is
 * missing. The grounds are phrases for a person, in the order in which they were found.
 */
export interface Fact {
    readonly truth: Truth;
    readonly because: readonly string[];
}

/** The fact that needs no grounds. */
export const YES: Fact = { truth: "yes", because: [] };

/** A certain no; `because` says what is lacking. */
export function no(...because: string[]): Fact {
    return { truth: "no", because };
}

/** An open question; `because` says what is missing. */
export function unknown(...because: string[]): Fact {
    return { truth: "unknown", because };
}

/** A question that the run of the program answers; `because` says what is missing until then. */
export function pending(...because: string[]): Fact {
    return { truth: "pending", because };
}

/** An open question of either kind. */
export function open(truth: "unknown" | "pending", ...because: string[]): Fact {
    return { truth, because };
}

/** A fact whose grounds are written only when somebody asks for them: most facts nobody reads. */
export function lazily(truth: Truth, grounds: () => readonly string[]): Fact {
    return new LazyFact(truth, grounds);
}

/** A class, for an object with a getter of its own costs many times as much. */
class LazyFact implements Fact {
    private written?: readonly string[];

    constructor(
        readonly truth: Truth,
        private readonly grounds: () => readonly string[],
    ) {}

    get because(): readonly string[] {
        return (this.written ??= this.grounds());
    }
}

/** Whether a question is open, be it for now or for ever. */
export function isOpen({ truth }: Fact): boolean {
    return truth === "unknown" || truth === "pending";
}

const ORDER: Readonly<Record<Truth, number>> = { no: 0, unknown: 1, pending: 2, yes: 3 };

/** The conjunction, which is the least of its facts: one certain no decides, whatever is open. */
export function all(facts: readonly Fact[]): Fact {
    return extreme(facts, "yes", (a, b) => ORDER[a] < ORDER[b]);
}

/** The disjunction, which is the greatest of its facts: one yes decides, whatever is open. */
export function any(facts: readonly Fact[]): Fact {
    return extreme(facts, "no", (a, b) => ORDER[a] > ORDER[b]);
}

/** The negation: it turns what is open into nothing else. */
export function not(fact: Fact, lacking: string): Fact {
    if (isOpen(fact)) {
        return fact;
    }
    return fact.truth === "yes" ? no(lacking) : YES;
}

/**
 * Whether none of the facts holds. This is not the negation of {@link any}: where one of two open
 * questions is never answered, it stays open that none holds, whatever the other turns out to be.
 */
export function none(facts: readonly Fact[], lacking: string): Fact {
    return all(facts.map((fact) => not(fact, lacking)));
}

/**
 * The conjunction as one asks for it who hopes for a no: of unknown and pending what may still
 * turn out to be one. It is to {@link all} what {@link none} is to {@link any}.
 */
export function allAgainst(facts: readonly Fact[]): Fact {
    const fact = all(facts);
    return fact.truth === "unknown" && facts.some(({ truth }) => truth === "pending")
        ? lazily("pending", () => fact.because)
        : fact;
}

/** The grounds of several facts, each once. */
export function groundsOf(facts: readonly Fact[]): string[] {
    return [...new Set(facts.flatMap((fact) => fact.because))];
}

function isNo({ truth }: Fact): boolean {
    return truth === "no";
}

function extreme(
    facts: readonly Fact[],
    neutral: "yes" | "no",
    outdoes: (a: Truth, b: Truth) => boolean,
): Fact {
    if (facts.length === 1) {
        return facts[0];
    }
    let truth: Truth = neutral;
    for (const fact of facts) {
        truth = outdoes(fact.truth, truth) ? fact.truth : truth;
    }
    if (truth === "yes") {
        return YES;
    }
    // What is missing is told in full, of whichever kind it is.
    const isGround = truth === "no" ? isNo : isOpen;
    return lazily(truth, () => groundsOf(facts.filter(isGround)));
}
