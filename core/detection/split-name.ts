import { isAuthWord, isCredentialWord, LEXICON, type Lexicon } from "./lexicon";

/** No name that a person gives is longer; what follows is not read. */
const LONGEST_NAME = 256;
/** A longer run of letters without a gap is not taken apart. */
const LONGEST_RUN = 40;

/** Endings so plain that whatever stands before them may be unknown: `ZABBIXPASSWORD`. */
const PLAIN_ENDINGS = [
    ...["password", "passwd", "passphrase", "pwd", "pw"],
    ...["apikey", "secretkey", "authtoken", "token", "secret"],
];

/** Two or three letters before `pass` stand for a product: `RBPASS`; longer ones are words. */
const SHORT_PASS = /^[a-z]{2,3}pass$/;

/** Words that hold smaller ones without meaning them. */
const WHOLE_WORDS: ReadonlySet<string> = new Set([
    ...["keystore", "truststore", "keyspace", "keyring", "keyword", "keyboard", "keypair"],
    ...["passport", "passage", "passkey", "askpass", "bypass", "compass", "surpass", "htpasswd"],
    ...["database", "username", "webhook"],
]);

/** An acronym (`API` in `APIKey`), or a word, which may begin with a capital. */
const RUN = /[A-Z]{1,64}(?![a-z])|[A-Z]?[a-z]+/g;
const ASCII = /^[ -~]*$/;

/**
 * Splits a name into lower-case words: over case, signs, digits and, where all parts are known,
 * without any gap. Digits are dropped: they number, and numbers do not tell what is meant.
 */
export function splitName(name: string, lexicon: Lexicon = LEXICON): string[] {
    const runs = toPlainLetters(name.slice(0, LONGEST_NAME)).match(RUN) ?? [];
    return runs.flatMap((run) => splitRun(run.toLowerCase(), lexicon));
}

/** Letters without their accents. */
function toPlainLetters(text: string): string {
    return ASCII.test(text) ? text : text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
}

function splitRun(run: string, lexicon: Lexicon): readonly string[] {
    const { parts } = lexicon;
    if (run.length < 4 || parts.has(run) || WHOLE_WORDS.has(run) || run.length > LONGEST_RUN) {
        return [run];
    }
    const found = fewestParts(run, parts);
    if (found?.some((part) => isCredentialWord(part, lexicon) || isAuthWord(part))) {
        return found;
    }
    const ending = SHORT_PASS.test(run) ? "pass" : PLAIN_ENDINGS.find((word) => run.endsWith(word));
    if (ending === undefined) {
        return [run];
    }
    return [run.slice(0, -ending.length), ...(fewestParts(ending, parts) ?? [ending])].filter(
        (part) => part !== "",
    );
}

/** The fewest known words that make up the run; at most 40² / 2 look-ups. */
function fewestParts(run: string, parts: ReadonlySet<string>): string[] | undefined {
    const best: (string[] | undefined)[] = [[]];
    for (let end = 1; end <= run.length; end++) {
        for (let start = 0; start < end; start++) {
            const before = best[start];
            const known = best[end];
            if (
                before &&
                (!known || before.length + 1 < known.length) &&
                parts.has(run.slice(start, end))
            ) {
                best[end] = [...before, run.slice(start, end)];
            }
        }
    }
    return best[run.length];
}
