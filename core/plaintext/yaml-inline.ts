import type { Assignment } from "./assignment";

const PAIR = /^["']?([\w.-]{1,128})["']?:(?=\s)/;

/** What a list or a map of YAML in one line holds: words, and pairs. */
export interface InlineReading {
    readonly words: readonly string[];
    readonly pairs: readonly Assignment[];
}

/** Reads `[sh, -c, "a, b"]` and `{ user: app, password: x }`. */
export function parseYamlInline(text: string): InlineReading {
    const words: string[] = [];
    const pairs: Assignment[] = [];
    for (const item of splitItems(text)) {
        const pair = PAIR.exec(item);
        if (pair) {
            pairs.push({ name: pair[1], value: unquote(item.slice(pair[0].length).trim()) });
        } else if (item !== "") {
            words.push(unquote(item));
        }
    }
    return { words, pairs };
}

/** Splits at commas and brackets that stand in no quotes. */
function splitItems(text: string): string[] {
    const items: string[] = [];
    let quote = "";
    let start = 0;
    // A quote counts where an item or a value begins.
    let begins = true;
    for (let at = 0; at <= text.length; at++) {
        const sign = text[at] ?? "";
        if (quote !== "") {
            at += sign === "\\" && quote === '"' ? 1 : 0;
            quote = sign === quote ? "" : quote;
        } else if ((sign === '"' || sign === "'") && begins) {
            quote = sign;
            begins = false;
        } else if (sign === "" || ",[]{}".includes(sign)) {
            items.push(text.slice(start, at).trim());
            start = at + 1;
            begins = true;
        } else {
            begins = sign === ":" || (begins && sign === " ");
        }
    }
    if (start < text.length) {
        items.push(text.slice(start).trim());
    }
    return items;
}

function unquote(text: string): string {
    const quote = text[0];
    return (quote === '"' || quote === "'") && text.length > 1 && text.endsWith(quote)
        ? text.slice(1, -1)
        : text;
}
