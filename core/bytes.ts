/** Counts the bytes of a text in UTF-8, in which AWS measures. */
export function countBytes(text: string): number {
    return Array.from(text).reduce((sum, one) => sum + bytesOf(Number(one.codePointAt(0))), 0);
}

function bytesOf(codePoint: number): number {
    return codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x1_0000 ? 3 : 4;
}
