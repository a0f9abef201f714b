import type { Assignment } from "./assignment";
import { readWords } from "./read-words";

/** Reads the commands of a script, line by line. */
export function readScript(text: string): Assignment[] {
    return text.split("\n").flatMap((line) => readWords(line.split(/\s+/).filter(Boolean)));
}
