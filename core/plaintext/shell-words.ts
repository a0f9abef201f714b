import type { Assignment } from "./assignment";
import { join, readExpansion, readQuote, type ShellCursor, type ShellPart } from "./shell-quotes";

/** One command of a script: its words without their quotes. */
export interface ShellCommand {
    readonly words: readonly string[];
    /** `|`: its output goes into the next command. */
    readonly end: "pipe" | "line" | "other";
    /** The commands in `$(…)` and backticks. */
    readonly scripts: readonly string[];
    /** What `${NAME:-value}` gives. */
    readonly defaults: readonly Assignment[];
    /** The words that end here-documents which begin here. */
    readonly delimiters: readonly string[];
}

const PLAIN = /[^\s'"`$\\;|&()<>#]+/y;
const HERE_DOCUMENT = /<<[-~]?[ \t]{0,8}(["']?)([\w.-]{1,64})\1/y;
/** `redis://:<password>@host`: a slot to be filled in, no redirection. */
const SLOT = /<[A-Za-z][\w -]{0,63}>/y;
const REDIRECTION = /[<>]{1,3}[&|]?/y;
const COMMENT = /[^\n]*/y;

/** Reads one command as a POSIX shell does, and moves the cursor behind it. */
export function readCommand(cursor: ShellCursor): ShellCommand {
    const { text } = cursor;
    const words: string[] = [];
    const seen: ShellPart[] = [];
    const delimiters: string[] = [];
    let parts: ShellPart[] = [];
    let open = 0;
    const flush = () => {
        if (parts.length > 0) {
            const word = join(parts);
            words.push(word.text);
            seen.push(word);
        }
        parts = [];
        open = 0;
    };
    const add = (part: string) => parts.push({ text: part, scripts: [], defaults: [] });
    const finish = (end: ShellCommand["end"], length: number): ShellCommand => {
        flush();
        cursor.at += length;
        const { scripts, defaults } = join(seen);
        return { words, end, scripts, defaults, delimiters };
    };
    while (cursor.at < text.length) {
        const sign = text[cursor.at];
        const run = take(PLAIN, cursor);
        if (run !== undefined) {
            add(run);
        } else if (sign === "\n") {
            return finish("line", 1);
        } else if (/\s/.test(sign)) {
            flush();
            cursor.at++;
        } else if (sign === "\\" || (sign === "`" && /[\r\n]/.test(text[cursor.at + 1] ?? ""))) {
            // PowerShell joins lines with a backtick.
            const length = text.startsWith("\r\n", cursor.at + 1) ? 3 : 2;
            const escaped = text.slice(cursor.at + 1, cursor.at + length);
            cursor.at += length;
            if (!/[\r\n]/.test(escaped)) {
                add(escaped);
            }
        } else if (sign === "'" || sign === '"') {
            const apostrophe = isApostrophe(cursor, parts);
            const quote = apostrophe ? undefined : readQuote(cursor);
            cursor.at += quote ? 0 : 1;
            parts.push(quote ?? { text: apostrophe ? sign : "", scripts: [], defaults: [] });
        } else if (sign === "$" || sign === "`") {
            const expansion = readExpansion(cursor);
            if (expansion) {
                parts.push(expansion);
            } else {
                // $'…' and $"…" are quotes.
                add(/["']/.test(text[cursor.at + 1] ?? "") ? "" : sign);
                cursor.at++;
            }
        } else if (sign === "#") {
            if (parts.length === 0) {
                take(COMMENT, cursor);
            } else {
                add("#");
                cursor.at++;
            }
        } else if (sign === "<" || sign === ">") {
            const here = match(HERE_DOCUMENT, cursor);
            const slot = here ? undefined : take(SLOT, cursor);
            if (here) {
                flush();
                delimiters.push(here[2]);
                cursor.at += here[0].length;
            } else if (slot !== undefined) {
                add(slot);
            } else {
                flush();
                take(REDIRECTION, cursor);
            }
        } else if (sign === "(" && parts.length > 0 && !parts.at(-1)?.text.endsWith("=")) {
            // user:password@tcp(host): no shell reads it so, environment files have it.
            open++;
            add("(");
            cursor.at++;
        } else if (sign === ")" && open > 0) {
            open--;
            add(")");
            cursor.at++;
        } else {
            const doubled = text[cursor.at + 1] === sign;
            return finish(sign === "|" && !doubled ? "pipe" : "other", doubled ? 2 : 1);
        }
    }
    return finish("line", 0);
}

/** `don't`: a letter before it, and no second one in the line. */
function isApostrophe({ text, at }: ShellCursor, parts: readonly ShellPart[]): boolean {
    if (text[at] !== "'" || !/[A-Za-z]$/.test(parts.at(-1)?.text ?? "")) {
        return false;
    }
    const rest = text.slice(at + 1, at + 1025);
    const second = rest.search(/['\n]/);
    return second < 0 || rest[second] === "\n";
}

function match(form: RegExp, cursor: ShellCursor): RegExpExecArray | null {
    form.lastIndex = cursor.at;
    return form.exec(cursor.text);
}

function take(form: RegExp, cursor: ShellCursor): string | undefined {
    const found = match(form, cursor)?.[0];
    cursor.at += found?.length ?? 0;
    return found === "" ? undefined : found;
}
