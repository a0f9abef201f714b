import { append, type Assignment, DEEPEST_TEXT, stripPaths } from "./assignment";
import { readConfigLine, type ConfigLine } from "./config-line";
import { findHereDocumentEnd } from "./here-document";
import { READS_PASSWORD } from "./program-options";
import { readJsonText } from "./read-json";
import { readWordsWithin } from "./read-words";
import { createShellCursor, type ShellCursor } from "./shell-quotes";
import { parseYamlInline } from "./yaml-inline";
import { readCommand, type ShellCommand } from "./shell-words";

/**
 * Reads what a script gives to names: POSIX shells, PowerShell, cloud-init and Compose YAML, unit
 * files, the lines of `.env` files. One may stand within another, so no text is of one kind.
 */
export function readScript(text: string): Assignment[] {
    return readScriptWithin(text, 0);
}

/** Reads a script that stands in texts within texts, up to a depth. */
export function readScriptWithin(text: string, depth: number): Assignment[] {
    const inner = depth < DEEPEST_TEXT ? readJsonText(text, depth + 1) : [];
    return inner.length > 0 ? stripPaths(inner) : new ScriptReader(text, depth).read();
}

const PEM_BEGIN = /[ \t]{0,64}(?=-----BEGIN )/y;
const PEM_END = "-----END ";
const ITEM = /[ \t]{0,64}- (?=\S)/y;
const INLINE = /[[{][^\n]*[\]}][ \t]*\r?(?=\n|$)/y;
const BLANKS = /[ \t]+/y;
const BLOCK = /^[|>][+-]?\d?$/;
const SCRIPT_KEYS = /^(?:command|entrypoint|run|cmd|script|args|test|execstart\w{0,8})$/i;

class ScriptReader {
    private readonly found: Assignment[] = [];
    private readonly cursor: ShellCursor;
    /** Items of a list of YAML, each a word: the words of one command. */
    private items: string[] = [];
    /** The command whose output goes into the next one. */
    private piped: readonly string[] = [];
    /** The `name:` that the line before gave. */
    private pairName: string | undefined;

    constructor(
        text: string,
        private readonly depth: number,
    ) {
        this.cursor = createShellCursor(text);
    }

    read(): Assignment[] {
        let startsLine = true;
        while (this.cursor.at < this.cursor.text.length) {
            startsLine = this.readNext(startsLine);
        }
        this.flushItems();
        return this.found;
    }

    /** Reads a line or a command; true if a new line starts after it. */
    private readNext(startsLine: boolean): boolean {
        if (startsLine && this.readPem()) {
            return true;
        }
        const { text, at } = this.cursor;
        const line = readConfigLine(text, at, startsLine);
        if (line) {
            this.flushItems();
            const endsLine = text[line.end] === "\n";
            this.cursor.at = line.end + (endsLine ? 1 : 0);
            this.readLine(line);
            return endsLine;
        }
        this.pairName = undefined;
        const isItem = startsLine && this.skip(ITEM);
        if (!isItem) {
            this.skip(BLANKS);
            this.flushItems();
        } else if (this.skip(INLINE)) {
            this.readInline("", text.slice(at, this.cursor.at).replace(/^\s*- /, ""));
            return true;
        }
        const command = readCommand(this.cursor);
        this.add(command, isItem);
        for (const delimiter of command.end === "line" ? command.delimiters : []) {
            this.readHereDocument(delimiter);
        }
        return command.end === "line";
    }

    private readPem(): boolean {
        const { text, at, unclosed } = this.cursor;
        PEM_BEGIN.lastIndex = at;
        if (!PEM_BEGIN.test(text) || unclosed.has(PEM_END)) {
            return false;
        }
        const last = text.indexOf(PEM_END, at);
        if (last < 0) {
            unclosed.add(PEM_END);
            return false;
        }
        const lineEnd = text.indexOf("\n", last);
        this.cursor.at = lineEnd < 0 ? text.length : lineEnd + 1;
        this.found.push({ name: "", value: text.slice(at, this.cursor.at).trim() });
        return true;
    }

    private readLine({ name, value, isYaml }: ConfigLine): void {
        if (!isYaml) {
            this.found.push({ name, value });
        } else if (/^[[{]/.test(value)) {
            this.readInline(name, value);
        } else if (SCRIPT_KEYS.test(name) && this.depth < DEEPEST_TEXT && !BLOCK.test(value)) {
            this.addAll(readScriptWithin(value, this.depth + 1));
        } else if (value !== "" && !BLOCK.test(value)) {
            const isValue = /^value$/i.test(name) && this.pairName !== undefined;
            this.found.push({ name: isValue ? (this.pairName ?? name) : name, value });
        }
        this.pairName = isYaml && /^(?:name|key)$/i.test(name) ? value : undefined;
    }

    /** Lists and maps of YAML in one line: `[sh, -c, "…"]`, `{ password: x }`. */
    private readInline(name: string, value: string): void {
        const inner = this.depth < DEEPEST_TEXT ? readJsonText(value, this.depth + 1) : [];
        if (inner.length > 0 && !(SCRIPT_KEYS.test(name) && value.startsWith("["))) {
            this.addAll(stripPaths(inner));
            return;
        }
        const { words, pairs } = parseYamlInline(value);
        this.addAll(pairs);
        this.addAll(this.readWords(words));
    }

    private add(command: ShellCommand, isItem: boolean): void {
        const { words, scripts, defaults, end } = command;
        if (isItem && words.length === 1) {
            this.items.push(words[0]);
        } else if (words[0]?.toLowerCase() !== "rem") {
            this.flushItems();
            this.addAll(this.readWords(words));
            this.readPiped(words);
        }
        this.piped = end === "pipe" ? words : [];
        this.addAll(defaults);
        for (const script of this.depth < DEEPEST_TEXT ? scripts : []) {
            this.addAll(readScriptWithin(script, this.depth + 1));
        }
    }

    /** `echo x | docker login --password-stdin`: what is piped is the password. */
    private readPiped(words: readonly string[]): void {
        const [program, ...given] = this.piped;
        const value = given.at(-1);
        if (value !== undefined && /^(?:echo|printf)$/.test(program)) {
            if (words.some((word) => READS_PASSWORD.has(word))) {
                const colon = words.includes("chpasswd") ? value.indexOf(":") : -1;
                this.found.push({ name: "password", value: value.slice(colon + 1) });
            }
        }
    }

    private readHereDocument(delimiter: string): void {
        const { text, at, unclosed } = this.cursor;
        const found = unclosed.has("<<") ? undefined : findHereDocumentEnd(text, at, delimiter);
        if (!found || this.depth >= DEEPEST_TEXT) {
            unclosed.add("<<");
            return;
        }
        this.cursor.at = found.next;
        this.addAll(readScriptWithin(text.slice(at, found.end), this.depth + 1));
    }

    private flushItems(): void {
        const { items } = this;
        this.items = [];
        this.addAll(this.readWords(items));
    }

    private readWords(words: readonly string[]): Assignment[] {
        return words.length === 0 ? [] : readWordsWithin(words, this.depth);
    }

    private addAll(found: readonly Assignment[]): void {
        append(this.found, found);
    }

    private skip(form: RegExp): boolean {
        form.lastIndex = this.cursor.at;
        const found = form.exec(this.cursor.text);
        this.cursor.at += found?.[0].length ?? 0;
        return found !== null;
    }
}
