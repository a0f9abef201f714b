/** A bound is put on amounts alone. */
export function isBoundWord(word: string): boolean {
    return ["max", "maximum", "min", "minimum"].includes(word);
}

/** `NUM_PASSWORDS` asks how many there are. */
export function isAmountWord(word: string): boolean {
    return isBoundWord(word) || ["num", "number", "count", "total"].includes(word);
}
