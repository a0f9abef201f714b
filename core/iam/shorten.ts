const LONGEST = 200;
const MOST = 10;

/** A text as a sentence may hold it: nobody reads a megabyte of wildcards. */
export function shorten(text: string): string {
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** A list as a sentence may hold it: its beginning, and how much more there is. */
export function joinShortly(texts: readonly string[], separator: string): string {
    const more = texts.length - MOST;
    return more > 0
        ? [...texts.slice(0, MOST), `and ${more} more`].join(separator)
        : texts.join(separator);
}
