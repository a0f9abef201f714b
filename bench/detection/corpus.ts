import * as fs from "node:fs";
import * as path from "node:path";
import { packageRoot } from "../../sandbox/package-root";

/** A variable of the corpus; test/corpus/README.md says what the columns mean. */
export interface LabelledVariable {
    readonly name: string;
    /** `undefined` where none was shown. */
    readonly value: string | undefined;
    readonly label: "sensitive" | "plain" | "ambiguous";
    /** Whether its name misleads a list of keywords. */
    readonly isHard: boolean;
}

/** The files of the corpus. */
export const CORPUS_FILES = ["environment-variables", "additions"] as const;

/** Names that were looked for because they mislead; they say nothing of what is common. */
export const MISLEADING = "misleading";

/** Reads the scored variables of a file of the corpus. */
export function readCorpus(
    file: (typeof CORPUS_FILES)[number] | typeof MISLEADING,
): LabelledVariable[] {
    const text = fs.readFileSync(path.join(packageRoot(), "test", "corpus", `${file}.tsv`), "utf8");
    const [, ...lines] = text.trimEnd().split("\n");
    return lines
        .map((line) => {
            const [name, value, label, hard] = line.split("\t");
            return {
                name,
                value: value === "" ? undefined : value,
                label: label as LabelledVariable["label"],
                isHard: hard === "1",
            };
        })
        .filter(({ label }) => label !== "ambiguous");
}
