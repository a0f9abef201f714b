import { createDetector, createLexicon, splitName } from "../../core";
import type { LabelledVariable } from "./corpus";

const FOLDS = 5;

/**
 * Judges every variable without the words that the tables could have learned from its fold alone:
 * a word, or a phrase with it, counts only if names of the other four folds have it as well, or no
 * name at all. What is judged so says something of names that were never seen.
 */
export function crossValidate(
    variables: readonly LabelledVariable[],
): (variable: LabelledVariable) => boolean {
    const folds = Array.from({ length: FOLDS }, (_, fold) =>
        variables.filter((_variable, index) => index % FOLDS === fold),
    );
    const wordsOf = (fold: readonly LabelledVariable[]) =>
        new Set(fold.flatMap(({ name }) => splitName(name)));
    const words = folds.map(wordsOf);
    const foldOf = new Map(
        folds.flatMap((fold, index) => fold.map((variable) => [variable, index] as const)),
    );
    const detectors = folds.map((_fold, index) => {
        const others = words.filter((_words, other) => other !== index);
        const own = [...words[index]].filter((word) => !others.some((set) => set.has(word)));
        return createDetector(createLexicon(new Set(own)));
    });
    return (variable) => {
        const detect = detectors[foldOf.get(variable) ?? 0];
        return detect("environment", variable.name, variable.value).verdict === "secret";
    };
}
