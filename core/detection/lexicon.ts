import * as credential from "./credential-words";
import type { Family, WordGroup } from "./credential-words";
import * as keys from "./key-words";
import * as other from "./other-words";
import { OPEN_PHRASES } from "./open-phrases";
import { CREDENTIAL_PHRASES, type Phrase } from "./phrases";

type Meanings<G extends WordGroup = WordGroup> = ReadonlyMap<string, G>;

/** The word tables, laid out for looking a word up. */
export interface Lexicon {
    readonly credentials: Meanings<WordGroup & { readonly family: Family }>;
    readonly possible: Meanings<WordGroup & { readonly unless: string }>;
    readonly secretKeys: Meanings;
    readonly publicKeys: Meanings;
    readonly openKeys: Meanings;
    readonly countedTokens: Meanings;
    readonly heldTokens: Meanings;
    readonly modelTokens: Meanings;
    readonly describingHeads: Meanings;
    readonly switches: Meanings;
    readonly qualifiers: Meanings;
    readonly services: Meanings;
    readonly webhookServices: Meanings;
    readonly heldAuth: Meanings;
    readonly companions: Meanings;
    /** By their last word. */
    readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
    /** Words that may be parts of a run without a gap. */
    readonly parts: ReadonlySet<string>;
}

/** Lays the word tables out; the words of `without` are left out, to measure what they are worth. */
export function createLexicon(without: ReadonlySet<string> = new Set()): Lexicon {
    const meanings = <G extends WordGroup>(groups: readonly G[]): Meanings<G> =>
        new Map(
            groups.flatMap((group) =>
                wordsOf(group)
                    .filter((word) => !without.has(word))
                    .map((word) => [word, group] as const),
            ),
        );
    const words = {
        credentials: meanings(credential.CREDENTIALS),
        possible: meanings(credential.POSSIBLE_CREDENTIALS),
        secretKeys: meanings(keys.SECRET_KEYS),
        publicKeys: meanings([keys.PUBLIC_KEYS]),
        openKeys: meanings(keys.OPEN_KEYS),
        countedTokens: meanings([credential.COUNTED_TOKENS]),
        heldTokens: meanings([credential.HELD_TOKENS]),
        modelTokens: meanings([credential.MODEL_TOKENS]),
        describingHeads: meanings(other.DESCRIBING_HEADS),
        switches: meanings([other.SWITCHES]),
        qualifiers: meanings(other.QUALIFIERS),
        services: meanings([other.SERVICES]),
        webhookServices: meanings([other.WEBHOOK_SERVICES]),
        heldAuth: meanings([other.HELD_AUTH]),
        companions: meanings([other.COMPANIONS]),
    };
    const phrases = [...CREDENTIAL_PHRASES, ...OPEN_PHRASES].filter(
        (phrase) => !wordsOf(phrase).some((word) => without.has(word)),
    );
    return { ...words, phrases: byLastWord(phrases), parts: listParts(words) };
}

/** The words of a group, as a list. */
function wordsOf(group: { readonly words: string }): string[] {
    return group.words.split(" ");
}

function byLastWord(phrases: readonly Phrase[]): Map<string, Phrase[]> {
    const map = new Map<string, Phrase[]>();
    for (const phrase of phrases) {
        const last = wordsOf(phrase).at(-1) ?? "";
        map.set(last, [...(map.get(last) ?? []), phrase]);
    }
    return map;
}

/**
 * A word of one letter, or one that is also an ordinary ending (`is`, `no`, `in`), would find
 * itself everywhere.
 */
function listParts(words: Readonly<Record<string, Meanings>>): Set<string> {
    return new Set(
        Object.values(words)
            .flatMap((meaning) => [...meaning.keys()])
            .filter((word) => word.length > 2 || words.companions.has(word) || word === "pw")
            .concat("key", "keys", "auth"),
    );
}

/** The tables as they are. */
export const LEXICON: Lexicon = createLexicon();

const KEYS = new Set(["key", "keys"]);
const AUTH = new Set(["auth", "authorization"]);

/** True for `key` and `keys`. */
export function isKeyWord(word: string): boolean {
    return KEYS.has(word);
}

/** True for `auth` and `authorization`. */
export function isAuthWord(word: string): boolean {
    return AUTH.has(word);
}

/** True for a word that speaks of a credential, wherever it stands. */
export function isCredentialWord(word: string, lexicon: Lexicon): boolean {
    return isKeyWord(word) || lexicon.credentials.has(word);
}
