/** The three answers to a question about a program whose values are only partly known. */
export type Truth = "yes" | "no" | "unknown";

/**
 * An answer with its grounds: for `no` what is lacking, for `unknown` what is missing.
 * The grounds are phrases for a person, in the order in which they were found.
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

/** Kleene's conjunction: one certain no decides, whatever else is unknown. */
export function all(facts: readonly Fact[]): Fact {
    return collect(facts, "no") ?? collect(facts, "unknown") ?? YES;
}

/** Kleene's disjunction: one certain yes decides, whatever else is unknown. */
export function any(facts: readonly Fact[]): Fact {
    return facts.some((fact) => fact.truth === "yes")
        ? YES
        : (collect(facts, "unknown") ?? collect(facts, "no") ?? no());
}

/** Kleene's negation; `lacking` is the ground of the no that a yes turns into. */
export function not(fact: Fact, lacking: string): Fact {
    if (fact.truth === "unknown") {
        return fact;
    }
    return fact.truth === "yes" ? no(lacking) : YES;
}

/** The grounds of several facts, each once. */
export function groundsOf(facts: readonly Fact[]): string[] {
    return [...new Set(facts.flatMap((fact) => fact.because))];
}

function collect(facts: readonly Fact[], truth: Truth): Fact | undefined {
    const found = facts.filter((fact) => fact.truth === truth);
    return found.length === 0 ? undefined : { truth, because: groundsOf(found) };
}
