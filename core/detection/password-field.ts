import type { Place } from "./place";
import { isStandIn } from "./stand-in";

// password=…, Pwd=…, AccountKey=…: JDBC, ADO.NET, libpq, Azure storage, JAAS, java -D.
const FIELD =
    /(?:password|passwd|passphrase|accountkey|sharedaccesskey|secret_?(?:access_?)?key|client_?secret|api[-_]?key|access_?token|_authtoken)\s{0,3}=\s{0,3}/gi;
// {"password": "…"}: the quotes tell it from prose ("Enter your password: …").
const JSON_FIELD =
    /["'](?:password|passwd|passphrase|auth|private_key|client_?secret|api_?key|access_?key|secret_?key|access_?token|auth_?token|token|secret)["']\s{0,3}:\s{0,3}(?=["'])/gi;
// Inline YAML: a key at the start of a line, or after `{` or `,`; prose has words before it.
const YAML_FIELD =
    /(?:^|\n|\\n|[{,])[ \t"'-]{0,40}(?:password|passwd|passphrase|client_?secret|api_?key|secret_?key|client-key-data)["']?:[ \t]{1,8}/gi;
// Short words only where a sign before them shows that they are whole words.
const SHORT_FIELD = /(?:[?&;,\s"'](?:pwd|pass|sig)|[?&]u=[^&\s]{1,64}&p)\s{0,3}=\s{0,3}/gi;
const FIELD_END = /[&;,\s"'})]/;

/** An unquoted value of YAML has its line, or its place in a list, to itself; prose goes on. */
const YAML_VALUE = /^(?:["']|[^\s"'\\,}]+[ \t]*(?:$|\n|\\n|[,}#]))/;

/** True if one of several fields in the text is a password, and is given. */
export function hasPasswordField(text: string, place: Place): boolean {
    if (!/[=:]/.test(text)) {
        return false;
    }
    // What stands before a field tells that it begins; at the start, something must.
    const padded = ` ${text}`;
    return [FIELD, JSON_FIELD, YAML_FIELD, SHORT_FIELD].some((field) =>
        Array.from(padded.matchAll(field)).some((match) => isGiven(padded, match, field, place)),
    );
}

function isGiven(text: string, match: RegExpExecArray, field: RegExp, place: Place): boolean {
    const start = match.index + match[0].length;
    const rest = text.slice(start, start + 256);
    if (field === YAML_FIELD && !YAML_VALUE.test(rest)) {
        return false;
    }
    const quote = rest[0] === '"' || rest[0] === "'" ? rest[0] : undefined;
    const body = quote ? rest.slice(1) : rest;
    const end = quote ? body.indexOf(quote) : body.search(FIELD_END);
    const given = end < 0 ? body : body.slice(0, end);
    // connect(host=host, password=password): an argument, handed on.
    const isHandedOn = end >= 0 && /^(?:\)|, )/.test(body.slice(end)) && fieldOf(match) === given;
    return !isHandedOn && !isStandIn(given, place);
}

/** The name of a field, as it is written. */
function fieldOf([text]: RegExpExecArray): string | undefined {
    return /\w+/.exec(text)?.[0];
}
