import { append, type Assignment, DEEPEST_TEXT, parseAssignment, stripPaths } from "./assignment";
import { nameValues } from "./name-values";
import { parseFlag, startsOption, type Flag } from "./flag";
import { readPasswordOption } from "./password-option";
import { CARRIERS, HEADERS, SCRIPT_OPTIONS, TEXTS } from "./program-options";
import { readPositional } from "./read-positional";
import { readJsonText } from "./read-json";
import { readScriptWithin } from "./read-script";
import { SeenPrograms } from "./seen-programs";
import { parseSubstitution } from "./sed";

/** Reads the words of a command: its options, the variables before it, and all that has no name. */
export function readWords(words: readonly string[]): Assignment[] {
    return readWordsWithin(words, 0);
}

/** Reads words that stand in texts within texts, up to a depth. */
export function readWordsWithin(words: readonly string[], depth: number): Assignment[] {
    // https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
    if (words[0] === "CMD-SHELL") {
        return readScriptWithin(words.slice(1).join(" "), depth);
    }
    const reader = new WordReader(words[0] === "CMD" ? words.slice(1) : words, depth);
    return reader.read();
}

class WordReader {
    private readonly found: Assignment[] = [];
    private at = 0;
    private readonly programs = new SeenPrograms();
    private lastWord = "";

    constructor(
        private readonly words: readonly string[],
        private readonly depth: number,
    ) {}

    read(): Assignment[] {
        while (this.at < this.words.length) {
            this.readNext();
        }
        return nameValues(this.found);
    }

    private readNext(): void {
        const word = this.words[this.at++];
        const script = SCRIPT_OPTIONS.find(
            ({ programs, option }) => option.test(word) && this.programs.isOf(programs),
        );
        if (script) {
            this.readScriptWords(script.takesRest);
            return;
        }
        const password = readPasswordOption(word, this.words[this.at], this.programs.names);
        if (password) {
            this.at += password.words;
            append(this.found, password.found);
            return;
        }
        const flag = parseFlag(word);
        if (flag) {
            this.readFlag(flag);
        } else {
            this.readPlain(word);
        }
    }

    private readScriptWords(takesRest: boolean): void {
        const end = takesRest ? this.words.length : this.at + 1;
        const script = this.words.slice(this.at, end).join(" ");
        append(
            this.found,
            this.depth < DEEPEST_TEXT
                ? readScriptWithin(script, this.depth + 1)
                : [{ name: "", value: script }],
        );
        this.at = end;
    }

    private readFlag(flag: Flag): void {
        const { name } = flag;
        if (flag.value !== undefined) {
            this.readValue(name, flag.value);
            return;
        }
        const next = this.words[this.at] as string | undefined;
        if (
            next === undefined ||
            startsOption(next) ||
            flag.isSwitch ||
            this.programs.prompts(name)
        ) {
            return;
        }
        this.at++;
        this.readValue(name, next);
        this.programs.note(next);
    }

    private readValue(option: string, value: string): void {
        const name = this.programs.nameOption(option);
        const header = HEADERS.has(name) ? HEADER.exec(value.slice(0, 160)) : null;
        if (header) {
            this.found.push({ name: header[1], value: value.slice(header[0].length) });
            return;
        }
        const carried = CARRIERS.has(name) ? splitForm(name, value).map(parseAssignment) : [];
        const pairs = carried.filter((pair) => pair !== undefined);
        if (pairs.length > 0) {
            append(this.found, pairs);
        } else if (TEXTS.has(name) && /\s/.test(value)) {
            this.readText(value, name);
        } else if (this.readSed(value) !== undefined) {
            this.readPlain(this.readSed(value) ?? "");
        } else if (value !== "*") {
            // A pattern of a shell's `case`.
            this.readAssignment({ name, value });
            const pair = parseAssignment(value);
            append(this.found, pair && /[^=]/.test(pair.value) ? [pair] : []);
        }
    }

    private readPlain(given: string): void {
        const word = this.readSed(given) ?? given;
        const positional = readPositional(this.words, this.at - 1, this.lastWord);
        this.lastWord = word;
        if (positional) {
            append(this.found, positional.found);
            this.at += positional.words - 1;
            return;
        }
        const assignment = FIELDS.test(word) ? undefined : parseAssignment(word);
        if (assignment) {
            this.readAssignment(assignment);
        } else {
            this.programs.note(word);
            this.readText(word);
        }
    }

    private readAssignment({ name, value }: Assignment): void {
        // systemd writes Environment="NAME=value".
        const variable = name === "Environment" ? parseAssignment(value) : undefined;
        const inner = this.depth < DEEPEST_TEXT ? readJsonText(value, this.depth + 1) : [];
        if (inner.length > 0) {
            append(this.found, stripPaths(inner));
            return;
        }
        this.found.push(variable ?? { name, value });
        if (OPTIONS.test(value) && this.depth < DEEPEST_TEXT) {
            const options = readScriptWithin(value, this.depth + 1);
            append(
                this.found,
                options.filter((option) => option.name !== ""),
            );
        }
    }

    /** The text that sed puts in, where the command is sed's. */
    private readSed(word: string): string | undefined {
        return this.programs.names.includes("sed") ? parseSubstitution(word) : undefined;
    }

    /** A text with blanks is read as one of its own; it stays whole if that gives no names. */
    private readText(text: string, name = ""): void {
        if (!/\s/.test(text) && !/^[[{]["{[]/.test(text)) {
            this.found.push({ name, value: text });
            return;
        }
        const prints =
            this.programs.names.includes("echo") || this.programs.names.includes("printf");
        const lines = prints ? text.replaceAll("\\n", "\n") : text;
        const inner = this.depth < DEEPEST_TEXT ? readScriptWithin(lines, this.depth + 1) : [];
        const hasNames = inner.some((one) => one.name !== "");
        append(this.found, hasNames ? inner : [{ name, value: text }]);
    }
}

/** A form that is sent holds several pairs: `-d "user=app&password=x"`. */
function splitForm(name: string, value: string): readonly string[] {
    return /^(?:d|data.*)$/.test(name) ? value.split("&") : [value];
}

const HEADER = /^([\w.-]{1,128}):\s{0,8}/;
/** `host=db password=x`: fields, each with its name. */
const FIELDS = /^[A-Za-z_]\w{0,63}=[^\s$`-]\S{0,255}\s{1,8}[A-Za-z_]\w{0,63}=/;
/** `JAVA_OPTS="-Ddb.password=x"`: options, in the value of a variable. */
const OPTIONS = /^\s{0,8}--?[A-Za-z]|^[^\s$`]\S{0,255}\s{1,8}--?[A-Za-z]/;
