import * as credential from "./credential-words";
import type { Family, WordGroup } from "./credential-words";
import * as other from "./other-words";

/** The words of a group, as a list. */
export function wordsOf(group: WordGroup): string[] {
    return group.words.split(" ");
}

function meanings<G extends WordGroup>(groups: readonly G[]): ReadonlyMap<string, G> {
    return new Map(groups.flatMap((group) => wordsOf(group).map((word) => [word, group])));
}

/** The word tables, laid out for looking a word up. */
export const LEXICON = {
    credentials: meanings<WordGroup & { readonly family: Family }>(credential.CREDENTIALS),
    secretKeys: meanings(credential.SECRET_KEYS),
    publicKeys: meanings([credential.PUBLIC_KEYS]),
    openKeys: meanings(credential.OPEN_KEYS),
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
} as const;

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
export function isCredentialWord(word: string): boolean {
    return isKeyWord(word) || LEXICON.credentials.has(word);
}
