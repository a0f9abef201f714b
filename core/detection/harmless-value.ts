import type { Family } from "./credential-words";

/** What switches something, or says that nothing is there. */
export const FLAG =
    /^(?:true|false|yes|no|on|off|y|n|t|f|0|1|null|none|nil|undefined|enabled?|disabled?|inherit|always|never|auto)$/i;
// *, ?, %s\n: what is matched or printed.
const PATTERN = /^(?:[*?.-]|!{1,2}|\]{1,2}|={1,2}|%[a-z](?:\\n)?)$/;
/** org.apache.kafka.common.serialization.StringSerializer */
const CLASS_NAME = /^[a-z]\w{0,31}(?:\.[a-z]\w{0,63}){1,12}\.[A-Z][a-z]+(?:[A-Z][a-z0-9]*)+$/;
/** What nsswitch.conf lists behind `passwd:`. */
const SOURCES = /^(?:(?:files|compat|sss|systemd|ldap|nis|winbind|db)(?: |$)){1,8}$/;
const HEADER_NAME = /^X(?:-[A-Z][A-Za-z]{1,20}){1,6}$/;
/** A host of the same network. */
const NEAR_URL = /^https?:\/\/[a-z0-9-]{1,63}(?::\d{1,5})?(?:\/|$)/i;
const QUERY = /^(?:select|update|insert|delete) .{0,200}(?: from | set | into )/is;
const RATE = /^\d{1,6}\/(?:s|sec|second|m|min|minute|h|hour|d|day)$/i;
const NUMBERS = /^\d{1,5}(?:[ ,]\d{1,5}){1,50}$/;
const NUMBER = /^-?\d{1,9}(?:\.\d{1,9})?$/;
const DURATION = /^\d{1,6} ?(?:ms|s|m|h|d|w|y|secs?|mins?|minutes?|hours?|days?|weeks?|years?)$/i;
const OPEN_URL = /^[a-z][a-z0-9+.-]{1,20}:\/\/[^\s?]{1,2000}$/i;
const AUTH_MODE =
    /^(?:plain|login|cram-?md5|digest(?:-?md5)?|basic|bearer|md5|scram-sha-\d{1,3}|trust|simple|ldap|oauth2?|htpasswd|oidc|saml|sasl|ssl|tls|mtls|jwt|ntlm|kerberos|gssapi|token|password|local|internal|default|any|want|need|required?|optional)$/i;
/** A word, or several written together; what fingers hit on a keyboard is longer, or mixed. */
const WORD = /^(?:[A-Za-z]?[a-z]{1,14}|[A-Z]{1,15})(?:[A-Z][a-z]{1,14}){0,5}\d?$|^$/;
const ALGORITHM = /^[a-z]{2,10}:\d{2,5}$/;
const PAIR = /^[a-z]\w{0,20}=[^=]{1,200}$/i;
/** What people write where a credential is to be put in. */
const PLACEHOLDER =
    /your|change|replace|generate|secret|key|token|pass|example|xxx|yyy|insert|todo|dummy|sample|fake|<|\.\.\./i;

/** What a value may be under any such name, without being a credential. */
const HARMLESS: readonly (readonly [form: RegExp, reads: string])[] = [
    [/^(?:|""|'')$/, "is empty"],
    [PATTERN, "is a pattern"],
    [HEADER_NAME, "is the name of a header"],
    // KMS's ciphertext begins with these bytes.
    [/^AQICAH[\w+/=]{40,}$/, "is encrypted by AWS KMS"],
    [/^(?:pk_(?:live|test)_|pk\.eyJ|phc_|sb_publishable_)/, "is made to be published"],
    [SOURCES, "is a list of places to look"],
    [CLASS_NAME, "is the name of a class"],
    [QUERY, "is a query"],
    [FLAG, "is a flag"],
];

/** Says why a value given under the name of a credential is none; `undefined` if it may be one. */
export function readHarmless(value: string, family: Family): string | undefined {
    const text = value.trim();
    const found = HARMLESS.find(([form]) => form.test(text));
    if (found) {
        return `its value ${found[1]}`;
    }
    return OPEN_URL.test(text) && family !== "webhook"
        ? "its value is a URL that carries no password"
        : readFamily(text, family);
}

function readFamily(text: string, family: Family): string | undefined {
    switch (family) {
        case "password":
            return undefined;
        case "secret":
        case "token":
            if (/^(?:read|write)$/i.test(text)) {
                return "its value is a permission";
            }
            return DURATION.test(text) || RATE.test(text)
                ? "its value is a duration or a rate"
                : undefined;
        case "connection":
            return "its value carries no password";
        case "auth":
            return AUTH_MODE.test(text) || NUMBER.test(text)
                ? "its value is a way to sign in"
                : undefined;
        case "webhook":
            return NUMBER.test(text) || NEAR_URL.test(text)
                ? "its value is a number or an address nearby"
                : undefined;
        case "key":
            return isOrdinary(text) ? "its value reads as a word or a number" : undefined;
    }
}

/** A weak name needs a value that could be a key: `SORT_KEY=created_at` has none. */
function isOrdinary(text: string): boolean {
    const words = text.length < 32 && text.split(/[ ._:-]/).every((part) => WORD.test(part));
    return (
        (words && !PLACEHOLDER.test(text)) ||
        NUMBER.test(text) ||
        NUMBERS.test(text) ||
        DURATION.test(text) ||
        PAIR.test(text) ||
        ALGORITHM.test(text)
    );
}
