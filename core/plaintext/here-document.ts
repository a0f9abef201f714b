/** Where the line begins that holds the delimiter alone, and where the next one does. */
export interface HereDocumentEnd {
    readonly end: number;
    readonly next: number;
}

const LINE_END = /^[ \t]*(?:\r?\n|$)/;

/** Finds the line that ends a here-document; `undefined` if there is none. */
export function findHereDocumentEnd(
    text: string,
    from: number,
    delimiter: string,
): HereDocumentEnd | undefined {
    for (let at = text.indexOf(delimiter, from); at >= 0; at = text.indexOf(delimiter, at + 1)) {
        const before = text.slice(Math.max(from, at - 64), at);
        const lineStart = before.lastIndexOf("\n") + 1;
        const startsLine = lineStart > 0 || at - before.length === from;
        const behind = LINE_END.exec(text.slice(at + delimiter.length, at + delimiter.length + 64));
        if (startsLine && before.slice(lineStart).trim() === "" && behind) {
            return { end: at, next: at + delimiter.length + behind[0].length };
        }
    }
    return undefined;
}
