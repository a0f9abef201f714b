const LONGEST = 200;

/** A text as a sentence may hold it: nobody reads a megabyte of wildcards. */
export function shorten(text: string): string {
    return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
