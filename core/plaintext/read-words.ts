import { parseAssignment, type Assignment } from "./assignment";

const FLAG = /^--?[A-Za-z]/;

/** Reads the words of a command: flags with their values, variables, and words without a name. */
export function readWords(words: readonly string[]): Assignment[] {
    const read: Assignment[] = [];
    for (let i = 0; i < words.length; i++) {
        const word = words[i];
        const next = words[i + 1] as string | undefined;
        const assignment = parseAssignment(word.replace(/^-{0,2}/, ""));
        if (assignment) {
            read.push(assignment);
        } else if (FLAG.test(word) && next !== undefined && !next.startsWith("-")) {
            read.push({ name: word.replace(/^--?/, ""), value: next });
            i++;
        } else {
            read.push({ name: "", value: word });
        }
    }
    return read;
}
