/** Where in a script one reads. Each text that never closes is looked for once: work is linear. */
export interface ShellCursor {
    readonly text: string;
    at: number;
    /** What opens and is known not to close from here on. */
    readonly unclosed: Set<string>;
}

/** What a quote or an expansion holds. */
export interface ShellPart {
    readonly text: string;
    /** Commands within it, as `$(…)` has. */
    readonly scripts: readonly string[];
    /** `${NAME:-value}` gives a value to a name. */
    readonly defaults: readonly { readonly name: string; readonly value: string }[];
}

const PLAIN = /[^"\\$`]+/y;
const NESTING = /["'()\\]|\$\(/g;
const BRACES = /[{}]/g;
const DEFAULT = /^([A-Za-z_]\w{0,127}):?[-=]/;

/** A place to start reading a script from. */
export function createShellCursor(text: string): ShellCursor {
    return { text, at: 0, unclosed: new Set() };
}

/** Reads `'…'` or `"…"` from its first quote; `undefined` if it does not close. */
export function readQuote(cursor: ShellCursor): ShellPart | undefined {
    return cursor.text[cursor.at] === "'" ? readSingle(cursor) : readDouble(cursor);
}

function readSingle(cursor: ShellCursor): ShellPart | undefined {
    const end = find(cursor, "'", cursor.at + 1);
    if (end < 0) {
        return undefined;
    }
    const text = cursor.text.slice(cursor.at + 1, end);
    cursor.at = end + 1;
    return { text, scripts: [], defaults: [] };
}

function readDouble(cursor: ShellCursor): ShellPart | undefined {
    const { text, at: start, unclosed } = cursor;
    if (unclosed.has('"')) {
        return undefined;
    }
    const parts: ShellPart[] = [];
    cursor.at++;
    while (cursor.at < text.length) {
        const sign = text[cursor.at];
        if (sign === '"') {
            cursor.at++;
            return join(parts);
        }
        parts.push(sign === "\\" ? readEscape(cursor) : (readExpansion(cursor) ?? plain(cursor)));
    }
    unclosed.add('"');
    cursor.at = start;
    return undefined;
}

/** Reads `$(…)`, `${…}` or `` `…` ``, which stays as written; `undefined` where there is none. */
export function readExpansion(cursor: ShellCursor): ShellPart | undefined {
    const { text, at } = cursor;
    const opening = text[at] === "`" ? "`" : text.slice(at, at + 2);
    const end =
        opening === "`"
            ? find(cursor, "`", at + 1)
            : opening === "$("
              ? findParenthesis(cursor, at + 2)
              : opening === "${"
                ? findBrace(cursor, at + 2)
                : -1;
    if (end < 0) {
        return undefined;
    }
    cursor.at = end + 1;
    const inner = text.slice(at + opening.length, end);
    const assigns = opening === "${" ? DEFAULT.exec(inner) : null;
    return {
        text: text.slice(at, end + 1),
        scripts: opening === "${" ? [] : [inner],
        defaults: assigns ? [{ name: assigns[1], value: inner.slice(assigns[0].length) }] : [],
    };
}

/** Puts the parts of a word together. */
export function join(parts: readonly ShellPart[]): ShellPart {
    return {
        text: parts.map(({ text }) => text).join(""),
        scripts: parts.flatMap(({ scripts }) => scripts),
        defaults: parts.flatMap(({ defaults }) => defaults),
    };
}

/** Reads a backslash: before a line end it joins lines, before a sign it quotes that. */
function readEscape(cursor: ShellCursor): ShellPart {
    const next = cursor.text[cursor.at + 1] ?? "";
    cursor.at += 2;
    // Other backslashes stand for themselves: paths of Windows.
    const text = next === "\n" ? "" : '"\\$`'.includes(next) ? next : `\\${next}`;
    return { text, scripts: [], defaults: [] };
}

function plain(cursor: ShellCursor): ShellPart {
    PLAIN.lastIndex = cursor.at;
    const text = PLAIN.exec(cursor.text)?.[0] ?? cursor.text[cursor.at];
    cursor.at += text.length;
    return { text, scripts: [], defaults: [] };
}

function find({ text, unclosed }: ShellCursor, sign: string, from: number): number {
    const end = unclosed.has(sign) ? -1 : text.indexOf(sign, from);
    if (end < 0) {
        unclosed.add(sign);
    }
    return end;
}

function findBrace(cursor: ShellCursor, from: number): number {
    let depth = 1;
    return scan(cursor, "${", BRACES, from, (sign) => {
        depth += sign === "{" ? 1 : -1;
        return depth === 0;
    });
}

function findParenthesis(cursor: ShellCursor, from: number): number {
    const open = ["("];
    return scan(cursor, "$(", NESTING, from, (sign, at) => {
        const quoted = open.at(-1) === '"';
        if (sign === "\\") {
            NESTING.lastIndex = at + 2;
        } else if (sign === '"') {
            quoted ? open.pop() : open.push('"');
        } else if (sign === "$(" || (sign === "(" && !quoted)) {
            open.push("(");
        } else if (sign === ")" && !quoted) {
            open.pop();
        } else if (sign === "'" && !quoted) {
            const end = find(cursor, "'", at + 1);
            NESTING.lastIndex = end < 0 ? at + 1 : end + 1;
        }
        return open.length === 0;
    });
}

/** Goes through signs until one closes what was opened. */
function scan(
    { text, unclosed }: ShellCursor,
    opening: string,
    signs: RegExp,
    from: number,
    closes: (sign: string, at: number) => boolean,
): number {
    if (unclosed.has(opening)) {
        return -1;
    }
    signs.lastIndex = from;
    for (let found = signs.exec(text); found; found = signs.exec(text)) {
        if (closes(found[0], found.index)) {
            return found.index;
        }
    }
    unclosed.add(opening);
    return -1;
}
