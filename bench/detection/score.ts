import type { LabelledVariable } from "./corpus";

/** How well something tells secrets from what is plain. */
export interface Score {
    readonly precision: number;
    readonly recall: number;
    readonly f1: number;
    /** The share of plain variables with a misleading name that it takes for secrets. */
    readonly hardPlainFlagged: number;
    /** The share of secrets without a telling name that it finds. */
    readonly hardSecretsFound: number;
    /** The variables that it judges wrongly, by name. */
    readonly wrong: readonly string[];
}

/** Scores a judgement: whether a variable is a secret. */
export function score(
    variables: readonly LabelledVariable[],
    isSecret: (variable: LabelledVariable) => boolean,
): Score {
    const judged = variables.map((variable) => ({
        ...variable,
        isSensitive: variable.label === "sensitive",
        isFound: isSecret(variable),
    }));
    const count = (matches: (one: (typeof judged)[number]) => boolean) =>
        judged.filter(matches).length;
    const hits = count(({ isSensitive, isFound }) => isSensitive && isFound);
    const precision = hits / count(({ isFound }) => isFound);
    const recall = hits / count(({ isSensitive }) => isSensitive);
    return {
        precision,
        recall,
        f1: (2 * precision * recall) / (precision + recall),
        hardPlainFlagged:
            count(({ isHard, isSensitive, isFound }) => isHard && !isSensitive && isFound) /
            count(({ isHard, isSensitive }) => isHard && !isSensitive),
        hardSecretsFound:
            count(({ isHard, isSensitive, isFound }) => isHard && isSensitive && isFound) /
            count(({ isHard, isSensitive }) => isHard && isSensitive),
        wrong: judged
            .filter(({ isSensitive, isFound }) => isSensitive !== isFound)
            .map(({ name }) => name),
    };
}
