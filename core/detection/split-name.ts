import { isAuthWord, isCredentialWord, LEXICON } from "./lexicon";

/** No name that a person gives is longer; what follows is not read. */
const LONGEST_NAME = 256;
/** A longer run of letters without a gap is not taken apart. */
const LONGEST_RUN = 40;

/**
 * Words that may be parts of a run without a gap. A word of one letter, or one that is also an
 * ordinary ending (`is`, `no`, `in`), would find itself everywhere.
 */
const PARTS: ReadonlySet<string> = new Set(
    Object.values(LEXICON)
        .flatMap((meaning) => [...meaning.keys()])
        .filter((word) => word.length > 2 || LEXICON.companions.has(word) || word === "pw")
        .concat("key", "keys", "auth"),
);

/** Endings so plain that whatever stands before them may be unknown: `ZABBIXPASSWORD`. */
const PLAIN_ENDINGS = ["password", "passwd", "passphrase", "apikey", "secretkey", "authtoken"];

/** Words that hold smaller ones without meaning them. */
const WHOLE_WORDS: ReadonlySet<string> = new Set([
    ...["keystore", "truststore", "keyspace", "keyring", "keyword", "keyboard", "keypair"],
    ...["passport", "passage", "passkey", "htpasswd", "database", "username", "webhook"],
]);

/**
 * Splits a name into lower-case words: over case, signs, digits and, where all parts are known,
 * without any gap. Digits are dropped: they number, and numbers do not tell what is meant.
 */
export function splitName(name: string): string[] {
    return name
        .slice(0, LONGEST_NAME)
        .normalize("NFKD")
        .replace(/[\u0300-\u036f]/g, "")
        .replace(/([a-z])([A-Z])/g, "$1 $2")
        .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2")
        .split(/[^A-Za-z]+/)
        .filter((run) => run !== "")
        .flatMap((run) => splitRun(run.toLowerCase()));
}

function splitRun(run: string): string[] {
    if (PARTS.has(run) || WHOLE_WORDS.has(run) || run.length > LONGEST_RUN) {
        return [run];
    }
    const parts = fewestParts(run);
    if (parts?.some((part) => isCredentialWord(part) || isAuthWord(part))) {
        return parts;
    }
    const ending = PLAIN_ENDINGS.find((word) => run.endsWith(word));
    if (ending === undefined) {
        return [run];
    }
    return [run.slice(0, -ending.length), ...(fewestParts(ending) ?? [ending])].filter(
        (part) => part !== "",
    );
}

/** The fewest known words that make up the run; at most 40² / 2 look-ups. */
function fewestParts(run: string): string[] | undefined {
    const best: (string[] | undefined)[] = [[]];
    for (let end = 1; end <= run.length; end++) {
        for (let start = 0; start < end; start++) {
            const before = best[start];
            const part = run.slice(start, end);
            const known = best[end];
            if (before && PARTS.has(part) && (!known || before.length + 1 < known.length)) {
                best[end] = [...before, part];
            }
        }
    }
    return best[run.length];
}
