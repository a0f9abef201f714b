/** A wildcard pattern: the texts between its asterisks. */
export type Wildcard = readonly string[];

/**
 * Parses a wildcard pattern, in which a backslash escapes `*` and itself; a text says why it is none.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function parseWildcard(text: string): Wildcard | string {
    const parts = [""];
    for (let index = 0; index < text.length; index++) {
        const [character, next] = [text[index], text[index + 1]];
        if (character === "*" && next === "*") {
            return `Consecutive wildcard characters at pos ${index}`;
        }
        if (character === "*") {
            parts.push("");
            continue;
        }
        if (character === "\\") {
            if (next !== "*" && next !== "\\") {
                return `Invalid escape character at pos ${index}`;
            }
            index++;
        }
        parts[parts.length - 1] += text[index];
    }
    return parts;
}

/** Whether a text matches: each part is taken as early as it can be, which needs no way back. */
export function matchesWildcard(parts: Wildcard, text: string): boolean {
    const [first, ...rest] = parts;
    const last = rest.pop();
    if (last === undefined) {
        return text === first;
    }
    if (!text.startsWith(first)) {
        return false;
    }
    let from = first.length;
    for (const part of rest) {
        const found = text.indexOf(part, from);
        if (found < 0) {
            return false;
        }
        from = found + part.length;
    }
    return text.length - last.length >= from && text.endsWith(last);
}
