import { isAmountWord } from "./amount-words";
import { isAuthWord, isCredentialWord, isKeyWord, type Lexicon } from "./lexicon";
import { about, credential, ORDINARY, PUBLIC, type NameReading } from "./name-reading";
import type { Phrase } from "./phrases";
import { isPublicName } from "./public-name";
import { readKey } from "./read-key";
import { readToken } from "./read-token";
import { splitName } from "./split-name";

/** How English ends words for what is done and for what something is like. */
const PROCESS = /^[a-z]{3,}(?:ing|tion|sion|able|ible|ment|ance|ence|ity|ness|ated)$/;

/** Reads a name: what its last word is, and what the words before make of it. */
export function readName(name: string, lexicon: Lexicon): NameReading {
    const all = splitName(name, lexicon);
    const words = withoutQualifiers(all, lexicon);
    const phrase = findPhrase(all, lexicon);
    if (isPublicName(words)) {
        return PUBLIC;
    }
    // Helm charts take which secret, and which key of it: existingSecretPasswordKey.
    if (` ${words.join(" ")} `.includes(" existing secret ")) {
        return about("a secret's name");
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
        return readKey(before, head === "keys", lexicon);
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
    if (last < 0) {
        // A number that is drawn, or what keys grow from: the value tells.
        return head === "seed" ? about("a seed", true) : ORDINARY;
    }
    return readTail(words, last, lexicon);
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
        !before.some(
            (word) =>
                others.includes(word) ||
                lexicon.switches.has(word) ||
                isCredentialWord(word, lexicon),
        )
    );
}

function lastIndex(words: readonly string[], matches: (word: string) => boolean): number {
    return words.map(matches).lastIndexOf(true);
}

const HOOKS = new Set(["webhook", "webhooks", "hook", "hooks"]);

/** `SLACK_WEBHOOK`, `DISCORD_WEBHOOK_URL`; the webhook of an unnamed service may be our own. */
function isWebhook(words: readonly string[], lexicon: Lexicon): boolean {
    const last = ["url", "urls"].includes(words.at(-1) ?? "") ? words.at(-2) : words.at(-1);
    return HOOKS.has(last ?? "") && words.some((word) => lexicon.webhookServices.has(word));
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
