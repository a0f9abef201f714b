import { append, type Assignment, DEEPEST_TEXT } from "./assignment";
import { readScriptWithin } from "./read-script";
import { readWordsWithin } from "./read-words";

/** An assignment, and where in the document it stands. */
export interface PlacedAssignment extends Assignment {
    readonly path: string;
}

interface Item {
    readonly value: unknown;
    /** The key that it stands under. */
    readonly name: string;
    /** Where what holds it stands. */
    readonly path: string;
    /** Where it stands itself. */
    readonly self: string;
    readonly depth: number;
}

/** Below it, paths say no more than that there is more: a path per level is quadratic. */
const DEEPEST_PATH = 64;
const LONGEST_KEY = 128;
/** Ends the walk through what holds itself. No document that AWS takes has so many parts. */
const MOST_ITEMS = 2_000_000;
/** What a document with names or texts in it starts with; to try and fail is slow. */
const DOCUMENT = /^\s{0,64}(?:\{\s{0,64}"|\[\s{0,64}["{[])/;
const COMMANDS = /^(?:command|entrypoint|cmd|args)$/i;
const SCRIPTS = /^(?:script|userdata|user_data|commands|runcmd)$/i;
/** `{ name, value }`, and the spellings of it that AWS has. */
const PAIRS = [
    ["name", "value"],
    ["Name", "Value"],
    ["key", "value"],
    ["Key", "Value"],
    ["ParameterKey", "ParameterValue"],
    ["parameterKey", "parameterValue"],
] as const;

/**
 * Reads every text in parsed JSON under the name of its key; pairs `{ name, value }` become one,
 * command lines are read word by word, texts that are JSON themselves are walked.
 *
 * @param path Where the document stands.
 * @default ""
 */
export function readJson(value: unknown, path = ""): PlacedAssignment[] {
    return readJsonWithin(value, path, 0);
}

/** Reads a text as JSON; nothing if it is no object and no list. */
export function readJsonText(text: string, depth: number): PlacedAssignment[] {
    const parsed = parseDocument(text);
    return parsed === undefined ? [] : readJsonWithin(parsed, "", depth);
}

function readJsonWithin(value: unknown, path: string, texts: number): PlacedAssignment[] {
    const found: PlacedAssignment[] = [];
    // A stack of its own, since documents nest deeper than calls may.
    const open: Item[] = [{ value, name: "", path, self: path, depth: 0 }];
    let count = 0;
    for (let item = open.pop(); item && count < MOST_ITEMS; item = open.pop()) {
        count++;
        const inner = readItem(item, texts, found);
        for (let i = inner.length - 1; i >= 0; i--) {
            open.push(inner[i]);
        }
    }
    return found;
}

/** Puts what an item gives into the list, and returns what it holds. */
function readItem(item: Item, texts: number, found: PlacedAssignment[]): readonly Item[] {
    const { value, name, path } = item;
    if (typeof value === "string") {
        const parsed = texts < DEEPEST_TEXT ? parseDocument(value) : undefined;
        const inner = parsed === undefined ? [] : readJsonWithin(parsed, item.self, texts + 1);
        if (inner.length > 0) {
            append(found, inner);
        } else if (COMMANDS.test(name) || SCRIPTS.test(name)) {
            place(found, readScriptWithin(value, texts), item.self);
        } else {
            found.push({ name, value, path });
        }
        return [];
    }
    if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") {
        found.push({ name, value: String(value), path });
        return [];
    }
    if (Array.isArray(value)) {
        return readList(item, value as readonly unknown[], texts, found);
    }
    return typeof value === "object" && value !== null ? readObject(item, value) : [];
}

function readList(
    item: Item,
    list: readonly unknown[],
    texts: number,
    found: PlacedAssignment[],
): readonly Item[] {
    const { name, self } = item;
    if (list.length > 0 && list.every((one) => typeof one === "string")) {
        if (COMMANDS.test(name)) {
            place(found, readWordsWithin(list, texts), self);
            return [];
        }
        if (SCRIPTS.test(name)) {
            place(found, readScriptWithin(list.join("\n"), texts), self);
            return [];
        }
    }
    return list.map((value, i) => ({
        value,
        name,
        path: typeof value === "object" ? self : item.path,
        self: enter(item, `[${i}]`, ""),
        depth: item.depth + 1,
    }));
}

function readObject(item: Item, object: object): readonly Item[] {
    const given = object as Readonly<Record<string, unknown>>;
    const pair = PAIRS.find(([key, value]) => typeof given[key] === "string" && value in given);
    return Object.entries(given)
        .filter(([key]) => key !== pair?.[0])
        .map(([key, value]) => {
            const self = enter(item, key, ".");
            const depth = item.depth + 1;
            return pair && key === pair[1]
                ? { value, name: trimName(String(given[pair[0]])), path: item.path, self, depth }
                : { value, name: trimName(key), path: item.self, self, depth };
        });
}

/** Amazon States Language marks a key whose value is an expression with `.$`. */
function trimName(key: string): string {
    return key.endsWith(".$") ? key.slice(0, -2) : key;
}

function enter({ self, depth }: Item, key: string, sign: string): string {
    if (depth >= DEEPEST_PATH) {
        return self;
    }
    const shown = key.length > LONGEST_KEY ? `${key.slice(0, LONGEST_KEY)}…` : key;
    return self === "" ? shown : `${self}${sign}${shown}`;
}

function parseDocument(text: string): unknown {
    if (!DOCUMENT.test(text) || !/[\]}]$/.test(text.trimEnd().slice(-1))) {
        return undefined;
    }
    try {
        const parsed: unknown = JSON.parse(text);
        return parsed;
    } catch {
        return undefined;
    }
}

function place(into: PlacedAssignment[], found: readonly Assignment[], path: string): void {
    for (const one of found) {
        into.push({ name: one.name, value: one.value, path });
    }
}
