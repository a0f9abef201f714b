import type { Assignment } from "./assignment";
import { PASSWORD_OPTIONS, type PasswordOption } from "./program-options";

const OPTION = /^--?([A-Za-z][a-z-]{0,15})(?:=|$)/;
const PROGRAM = /^(?:.*[\\/])?(\d?[a-z][a-z0-9_-]{0,30})(?:\.exe)?$/i;

/** The program that a word names: `/usr/bin/curl` is curl; `undefined` where it can be none. */
export function nameProgram(word: string): string | undefined {
    return word.length <= 256 ? PROGRAM.exec(word)?.[1].toLowerCase() : undefined;
}

/** Reads a short option that takes a password in this program, and says how many words it took. */
export function readPasswordOption(
    word: string,
    next: string | undefined,
    programs: readonly string[],
): { readonly found: readonly Assignment[]; readonly words: number } | undefined {
    if (!word.startsWith("-") || programs.length === 0) {
        return undefined;
    }
    for (const option of PASSWORD_OPTIONS) {
        const value = applies(option, programs) ? readValue(option, word, next) : undefined;
        if (value) {
            return { found: name(option, value.text), words: value.words };
        }
    }
    return undefined;
}

function applies({ programs, command }: PasswordOption, seen: readonly string[]): boolean {
    return (
        seen.some((program) => programs.includes(program)) &&
        (command === undefined || seen.includes(command))
    );
}

function readValue(
    { options, written }: PasswordOption,
    word: string,
    next: string | undefined,
): { readonly text: string; readonly words: number } | undefined {
    const option = OPTION.exec(word);
    if (option && options.includes(option[1])) {
        if (option[0].endsWith("=")) {
            return { text: word.slice(option[0].length), words: 0 };
        }
        return written === "joined" || next === undefined || /^-[\w-]/.test(next)
            ? undefined
            : { text: next, words: 1 };
    }
    const isJoined = written !== "next" && word.length > 2 && options.includes(word[1]);
    return isJoined ? { text: word.slice(2), words: 0 } : undefined;
}

function name({ after }: PasswordOption, text: string): Assignment[] {
    const sign = after === undefined ? -1 : text.indexOf(after);
    return after !== undefined && sign < 0
        ? [{ name: "user", value: text }]
        : [{ name: "password", value: text.slice(sign + 1) }];
}
