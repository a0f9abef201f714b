import { nameProgram } from "./password-option";
import { MARKING, NAMING, PROMPTING } from "./program-options";

/** No command names more programs before the one that counts. */
const MOST = 8;

/** The programs that the words of a command named so far: `sudo`, `docker`, `login`. */
export class SeenPrograms {
    names: readonly string[] = [];

    /** Notes a word, if it may name a program. */
    note(word: string): void {
        const program = nameProgram(word);
        if (program !== undefined) {
            this.names = [...this.names.slice(1 - MOST), program];
        }
    }

    /** Whether one of them is among these. */
    isOf(programs: ReadonlySet<string>): boolean {
        return this.names.some((program) => programs.has(program));
    }

    /** Whether the word after an option is not its value. */
    prompts(option: string): boolean {
        const programs = { password: PROMPTING, secret: MARKING }[option];
        return programs !== undefined && this.isOf(programs);
    }

    /** What an option is called, told apart from others of its name. */
    nameOption(option: string): string {
        return option === "secret" && this.isOf(NAMING) ? "secret-name" : option;
    }
}
