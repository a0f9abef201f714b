import type { Assignment } from "./assignment";

/** What a line of configuration says, and where it ends. */
export interface ConfigLine extends Assignment {
    readonly end: number;
    /** `name: value`, as YAML and headers have it; else `name = value`. */
    readonly isYaml: boolean;
}

const NAME = String.raw`[A-Za-z_][\w.-]{0,127}`;
const YAML = new RegExp(
    String.raw`[ \t]{0,64}(?:- )?(["']?)(${NAME})\1:(?=[ \t\r\n]|$)[ \t]*`,
    "y",
);
/** INI, TOML, Python: blanks around the sign, which no shell has. */
const SPACED = new RegExp(
    String.raw`[ \t]{0,64}(?:(?:export|const|let|var|local)[ \t]+)?(${NAME})[ \t]{1,32}:?=(?![=~])[ \t]*`,
    "y",
);
/** PowerShell's `$env:NAME = "x"` and `$name = "x"`. */
const DOLLAR = new RegExp(
    String.raw`[ \t]{0,64}\$\{?(?:env:|global:|script:)?(${NAME})\}?[ \t]{0,32}=(?![=~])[ \t]*`,
    "iy",
);
const ENVIRONMENT_CALL = new RegExp(
    String.raw`[ \t]{0,64}\[(?:System\.)?Environment\]::SetEnvironmentVariable\([ \t]{0,8}["'](${NAME})["'][ \t]{0,8},[ \t]*`,
    "iy",
);
/** Python's `os.environ["NAME"] = "x"`, Ruby's, Node's. */
const INDEXED = new RegExp(
    String.raw`[ \t]{0,64}[A-Za-z_][\w.]{0,31}\[["'](${NAME})["']\][ \t]{0,8}=(?![=~])[ \t]*`,
    "y",
);
const QUOTED = /(?:"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)')/y;
const REST = /[^\n]*/y;
const UNTIL_NEXT = /[^\n;]*/y;

/** Reads `name: value` and its like where a line starts, and the forms of PowerShell anywhere. */
export function readConfigLine(
    text: string,
    at: number,
    startsLine: boolean,
): ConfigLine | undefined {
    const yaml = startsLine ? match(YAML, text, at) : undefined;
    if (yaml) {
        const from = at + yaml[0].length;
        const raw = match(REST, text, from)?.[0] ?? "";
        return { name: yaml[2], value: trimYaml(raw), end: from + raw.length, isYaml: true };
    }
    const found =
        match(DOLLAR, text, at) ??
        match(ENVIRONMENT_CALL, text, at) ??
        match(INDEXED, text, at) ??
        (startsLine ? match(SPACED, text, at) : undefined);
    return found ? readValue(text, at + found[0].length, found[1]) : undefined;
}

/** Reads a text as one line: `Authorization: Bearer x`; `undefined` where it is none. */
export function parseConfigLine(text: string): Assignment | undefined {
    const line = readConfigLine(text, 0, true);
    return line?.isYaml ? { name: line.name, value: line.value } : undefined;
}

function readValue(text: string, from: number, name: string): ConfigLine {
    const quoted = match(QUOTED, text, from);
    if (quoted) {
        const value = quoted[1] ?? quoted[2];
        return { name, value, end: from + quoted[0].length, isYaml: false };
    }
    const raw = match(UNTIL_NEXT, text, from)?.[0] ?? "";
    return { name, value: raw.trim(), end: from + raw.length, isYaml: false };
}

/** Takes a value of YAML out of its quotes, and off the comment behind it. */
function trimYaml(raw: string): string {
    const quoted = match(QUOTED, raw, 0);
    if (quoted) {
        return quoted[1] ?? quoted[2];
    }
    const comment = raw.search(/\s#/);
    return (comment < 0 ? raw : raw.slice(0, comment)).trim();
}

function match(form: RegExp, text: string, at: number): RegExpExecArray | undefined {
    form.lastIndex = at;
    return form.exec(text) ?? undefined;
}
