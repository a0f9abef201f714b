import type { Family, WordGroup } from "./credential-words";
import { isAuthWord, isCredentialWord, isKeyWord, type Lexicon } from "./lexicon";
import type { Phrase } from "./phrases";
import { isPublicName } from "./public-name";
import { splitName } from "./split-name";

/** How sure it is that a variable is a secret. */
export type Certainty = "certain" | "likely";

/** What a name says about its variable. */
export type NameReading =
    | {
          readonly kind: "credential";
          readonly family: Family;
          readonly certainty: Certainty;
          readonly reason: string;
      }
    /** It speaks of a credential and is none; `open` where its last word is not known. */
    | {
          readonly kind: "about";
          readonly open: boolean;
          readonly reason: string;
          /** What a value under such a name is, if it is what the name says. */
          readonly holds?: WordGroup["holds"];
      }
    /** It says that everybody may know it. */
    | { readonly kind: "public"; readonly reason: string }
    | { readonly kind: "ordinary"; readonly reason: string };

const PUBLIC: NameReading = { kind: "public", reason: "its name says that it is public" };
const ORDINARY: NameReading = { kind: "ordinary", reason: "its name reads as no credential" };

/** How English ends words for what is done and for what something is like. */
const PROCESS = /^[a-z]{3,}(?:ing|tion|sion|able|ible|ment|ance|ence|ity|ness)$/;

/** Reads a name: what its last word is, and what the words before make of it. */
export function readName(name: string, lexicon: Lexicon): NameReading {
    const all = splitName(name, lexicon);
    const words = withoutQualifiers(all, lexicon);
    const phrase = findPhrase(all, lexicon);
    if (isPublicName(words)) {
        return PUBLIC;
    }
    const before = words.slice(0, -1);
    const isSwitch = before.some((word) => lexicon.switches.has(word));
    if (isSwitch && words.some((word) => isCredentialWord(word, lexicon))) {
        return { ...about("a flag"), holds: "a flag" };
    }
    const found = phrase ?? findPhrase(words, lexicon);
    if (found) {
        const certainty = found.likely ? "likely" : "certain";
        return found.family ? credential(found.family, certainty, found.reads) : about(found.reads);
    }
    return readHead(words, before, lexicon);
}

function readHead(
    words: readonly string[],
    before: readonly string[],
    lexicon: Lexicon,
): NameReading {
    const head = words.at(-1) ?? "";
    if (isKeyWord(head)) {
        if (head === "keys" && before.some(isAmountWord)) {
            return about("a number of keys");
        }
        return readKey(before, lexicon);
    }
    if (isAuthWord(head)) {
        const held = before.some((word) => lexicon.heldAuth.has(word));
        return held ? credential("auth", "likely", "credentials") : about("a way to sign in", true);
    }
    if (isWebhook(words, lexicon)) {
        return credential("webhook", "likely", "the address of a webhook");
    }
    const group = lexicon.credentials.get(head);
    if (group?.family === "token") {
        return readToken(before, head === "tokens", group, lexicon);
    }
    if (group && head.endsWith("s") && before.some(isAmountWord)) {
        return about("a number of credentials");
    }
    if (group) {
        return credential(group.family, "certain", group.reads);
    }
    const possible = lexicon.possible.get(head);
    if (possible && isPossible(possible, before, lexicon)) {
        return credential("key", "likely", possible.reads);
    }
    const last = lastIndex(words, (word) => isCredentialWord(word, lexicon));
    return last < 0 ? ORDINARY : readTail(words, last, lexicon);
}

/** A credential with words after it: those say what of it is meant, or whose it is. */
function readTail(words: readonly string[], last: number, lexicon: Lexicon): NameReading {
    const tail = words.slice(last + 1);
    const described = tail[lastIndex(tail, (word) => lexicon.describingHeads.has(word))];
    const group = lexicon.describingHeads.get(described);
    if (group) {
        return { ...about(group.reads), holds: group.holds };
    }
    if (tail.some(isAuthWord)) {
        return about("a way to sign in");
    }
    if (tail.some((word) => PROCESS.test(word))) {
        return about("something that is done with a credential");
    }
    const owned = readHead(words.slice(0, last + 1), words.slice(0, last), lexicon);
    return owned.kind === "credential" ? { ...owned, certainty: "likely" } : owned;
}

function isPossible(
    { unless }: { unless: string },
    before: readonly string[],
    lexicon: Lexicon,
): boolean {
    const others = unless.split(" ");
    return (
        before.length > 0 &&
        !before.some((word) => others.includes(word) || isCredentialWord(word, lexicon))
    );
}

function lastIndex(words: readonly string[], matches: (word: string) => boolean): number {
    return words.map(matches).lastIndexOf(true);
}

function readKey(before: readonly string[], lexicon: Lexicon): NameReading {
    const nearest = before.at(-1) ?? "";
    const secret = lexicon.secretKeys.get(nearest) ?? lexicon.secretKeys.get(before.at(-2) ?? "");
    const open = lexicon.openKeys.get(nearest);
    if (lexicon.publicKeys.has(nearest)) {
        return PUBLIC;
    }
    // ACTIVE_RECORD_ENCRYPTION_PRIMARY_KEY is an encryption key, the first of several.
    if (open && !(secret && lexicon.qualifiers.has(nearest))) {
        return about(open.reads);
    }
    if (secret) {
        return credential("secret", "certain", secret.reads);
    }
    if (before.length === 0) {
        return about("a key of an unknown kind", true);
    }
    // A service's own key is a credential whatever stands in its place (GOOGLE_KEY).
    const family = lexicon.services.has(nearest) ? "secret" : "key";
    return credential(family, "likely", "a key");
}

function readToken(
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

/** A bound is put on amounts alone. */
function isBoundWord(word: string): boolean {
    return ["max", "maximum", "min", "minimum"].includes(word);
}

/** `NUM_PASSWORDS` asks how many there are. */
function isAmountWord(word: string): boolean {
    return isBoundWord(word) || ["num", "number", "count", "total"].includes(word);
}

/** `SLACK_WEBHOOK`, `DISCORD_WEBHOOK_URL`; the webhook of an unnamed service may be our own. */
function isWebhook(words: readonly string[], lexicon: Lexicon): boolean {
    const last = words.at(-1) === "url" ? words.at(-2) : words.at(-1);
    return last === "webhook" && words.some((word) => lexicon.webhookServices.has(word));
}

function withoutQualifiers(words: readonly string[], lexicon: Lexicon): readonly string[] {
    let end = words.length;
    while (
        end > 1 &&
        (lexicon.qualifiers.has(words[end - 1]) || lexicon.services.has(words[end - 1]))
    ) {
        end--;
    }
    return end === words.length ? words : words.slice(0, end);
}

function findPhrase(words: readonly string[], { phrases }: Lexicon): Phrase | undefined {
    return phrases
        .get(words.at(-1) ?? "")
        ?.find(({ words: text, whole }) =>
            whole ? words.join(" ") === text : ` ${words.join(" ")}`.endsWith(` ${text}`),
        );
}

function credential(family: Family, certainty: Certainty, reads: string): NameReading {
    return { kind: "credential", family, certainty, reason: `its name reads as ${reads}` };
}

function about(reads: string, open = false): Extract<NameReading, { kind: "about" }> {
    return { kind: "about", open, reason: `its name reads as ${reads}` };
}
