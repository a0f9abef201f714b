/**
 * Whether an object in a text of JSON has one key twice: the parser keeps the last value alone, and
 * says nothing of the others.
 */
export function hasRepeatedKey(json: string, parsed: unknown): boolean {
    return countWrittenKeys(json) !== countKeys(parsed);
}

/** In JSON a string before a colon is a key. */
function countWrittenKeys(json: string): number {
    let keys = 0;
    for (let at = json.indexOf('"'); at >= 0; at = json.indexOf('"', at)) {
        at = endOfString(json, at);
        while (" \n\r\t".includes(json.charAt(at)) && at < json.length) {
            at++;
        }
        keys += json[at] === ":" ? 1 : 0;
    }
    return keys;
}

/** The place behind the string that begins at a place. */
function endOfString(json: string, start: number): number {
    let at = start + 1;
    while (at < json.length && json[at] !== '"') {
        at += json[at] === "\\" ? 2 : 1;
    }
    return at + 1;
}

/** Without recursion: the text may be nested as deeply as it is long. */
function countKeys(parsed: unknown): number {
    const open = [parsed];
    let keys = 0;
    while (open.length > 0) {
        const value = open.pop();
        if (typeof value === "object" && value !== null) {
            const fields = Object.values(value) as unknown[];
            keys += Array.isArray(value) ? 0 : fields.length;
            fields.forEach((field) => open.push(field));
        }
    }
    return keys;
}
