// $name, $1, $@, ${…}, $env:NAME, %NAME%, %1, !NAME!: shells, PowerShell, batch files.
const VARIABLE = /^(?:\$(?:env:)?[A-Za-z_]\w*|\$[0-9@*#?!$-]|%[A-Za-z_]\w*%|%[0-9]|![A-Za-z_]\w*!)/;
const CLOSING: Readonly<Record<string, string>> = { "{": "}", "(": ")" };
// What may stand between expansions without being a text of its own.
const BETWEEN = /^(?:,[\w.-]{1,64}=|[\s"':/@.,=_-])/;

/** True if a word of a command or a script is put together at run time, of variables and commands. */
export function isExpansion(text: string): boolean {
    let at = 0;
    let expanded = 0;
    while (at < text.length) {
        const length = readExpansion(text, at);
        expanded += length;
        const between = length > 0 ? 0 : (BETWEEN.exec(text.slice(at, at + 66))?.[0].length ?? 0);
        if (length + between === 0) {
            return false;
        }
        at += length + between;
    }
    return expanded > 0;
}

/** How long the expansion at a place is; 0 if there is none. */
function readExpansion(text: string, at: number): number {
    if (text[at] === "`") {
        const end = text.indexOf("`", at + 1);
        return end < 0 ? 0 : end + 1 - at;
    }
    const opening = text[at] === "$" ? text[at + 1] : undefined;
    if (opening !== undefined && Object.hasOwn(CLOSING, opening)) {
        return readNested(text, at + 1, opening, CLOSING[opening]);
    }
    return VARIABLE.exec(text.slice(at, at + 128))?.[0].length ?? 0;
}

/** `$(…)` and `${…}` may hold others; a default in them is judged before. */
function readNested(text: string, from: number, opening: string, closing: string): number {
    let depth = 0;
    for (let end = from; end < text.length; end++) {
        depth += text[end] === opening ? 1 : text[end] === closing ? -1 : 0;
        if (depth === 0) {
            return end + 2 - from;
        }
    }
    return 0;
}
