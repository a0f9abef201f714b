const SUBSTITUTION = /^s[|/#,@!:]/;

/**
 * What `s|pattern|text|` of sed puts in; the pattern itself is no text of anybody's. `undefined`
 * where a word is no substitution.
 */
export function parseSubstitution(word: string): string | undefined {
    return SUBSTITUTION.test(word) ? word.split(word[1], 3).at(2) : undefined;
}
