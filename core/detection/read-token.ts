import { isBoundWord } from "./amount-words";
import type { WordGroup } from "./credential-words";
import type { Lexicon } from "./lexicon";
import { about, credential, type NameReading } from "./name-reading";

/** Reads a name that ends in `token`: a token, an amount of them, or a mark in a text. */
export function readToken(
    before: readonly string[],
    plural: boolean,
    group: WordGroup,
    lexicon: Lexicon,
): NameReading {
    const nearest = before.at(-1) ?? "";
    if (lexicon.modelTokens.has(nearest)) {
        return about("a mark in a text");
    }
    const held = before.some((word) => lexicon.heldTokens.has(word));
    const bounded = before.some(isBoundWord);
    if (bounded || (plural && !held)) {
        const counted = before.some((word) => lexicon.countedTokens.has(word));
        return about(counted ? "a number of tokens" : "a number or a list of tokens", !counted);
    }
    return credential("token", "certain", group.reads);
}
