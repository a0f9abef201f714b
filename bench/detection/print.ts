import { detectSecret } from "../../core";
import { CORPUS_FILES, MISLEADING, readCorpus, type LabelledVariable } from "./corpus";
import { crossValidate } from "./cross-validation";
import { hasKeyword } from "./keywords";
import { score } from "./score";
import { measureSpeed } from "./speed";

/** Prints how well variables are judged, and how fast. */
export function printDetection(): void {
    const all = CORPUS_FILES.flatMap(readCorpus);
    for (const file of CORPUS_FILES) {
        const variables = readCorpus(file);
        printScore(`${file}, ${variables.length} variables`, variables, isDetected);
    }
    const misleading = readCorpus(MISLEADING);
    printScore(`misleading names alone, ${misleading.length} of them`, misleading, isDetected);
    printScore("both, in five folds, without the words of the fold", all, crossValidate(all));
    printScore("both, names alone", all, ({ name }) => isDetected({ name, value: undefined }));
    printScore("both, by keywords in the name", all, ({ name }) => hasKeyword(name));
    printSpeed("names that come again", measureSpeed(all, false));
    printSpeed("names that are all distinct", measureSpeed(all, true));
}

function isDetected({ name, value }: Pick<LabelledVariable, "name" | "value">): boolean {
    return detectSecret("environment", name, value).verdict === "secret";
}

function printScore(
    what: string,
    variables: readonly LabelledVariable[],
    isSecret: (variable: LabelledVariable) => boolean,
): void {
    const { precision, recall, f1, hardPlainFlagged, hardSecretsFound, wrong } = score(
        variables,
        isSecret,
    );
    console.log(
        `${what}: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, F1 ${f1.toFixed(3)}; ` +
            `hard plain flagged ${percent(hardPlainFlagged)}, hard secrets found ${percent(hardSecretsFound)}`,
    );
    if (wrong.length > 0 && wrong.length <= 60) {
        console.log(`    wrong: ${[...wrong].sort().join(", ")}`);
    }
}

function printSpeed(
    what: string,
    { microseconds, ratio, mebibytes }: ReturnType<typeof measureSpeed>,
) {
    console.log(
        `100,000 variables, ${what}: ${microseconds.toFixed(2)} µs each (at most 30), ` +
            `ratio ${ratio.toFixed(1)} to keywords (at most 20), heap ${mebibytes.toFixed(1)} MiB more`,
    );
}

function percent(share: number): string {
    return `${(share * 100).toFixed(1)} %`;
}
