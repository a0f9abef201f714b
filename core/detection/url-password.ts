import type { Place } from "./place";
import { isStandIn } from "./stand-in";

const SCHEME_ENDING = /[a-z][a-z0-9]$/i;
// What ends the part of a URL that may hold user and password; <password> is a slot for one.
const AUTHORITY_END = /[/?#\s"'`\\]/;
// Go's MySQL driver writes user:password@tcp(host:port)/db without a scheme.
// Others write user:password@host:port.
const SCHEMELESS_DSN =
    /^[^\s:@/]{1,64}:([^\s/]{1,128})@(?:(?:tcp|unix)\(|[A-Za-z][\w.-]{0,252}:\d{2,5}(?:[/?,]|$))/;

/**
 * True if a URL somewhere in the text carries a password: any scheme, several URLs, a user name
 * with an `@` in it. A user without a password, and a password yet to be filled in, are none.
 */
export function hasUrlPassword(text: string, place: Place): boolean {
    if (!text.includes("@")) {
        return false;
    }
    const dsn = SCHEMELESS_DSN.exec(text);
    if (dsn && !isStandIn(dsn[1], place)) {
        return true;
    }
    for (let at = text.indexOf("://"); at >= 0; at = text.indexOf("://", at + 3)) {
        const scheme = text.slice(Math.max(0, at - 2), at);
        if (SCHEME_ENDING.test(scheme) && carriesPassword(text.slice(at + 3, at + 1027), place)) {
            return true;
        }
    }
    return false;
}

function carriesPassword(rest: string, place: Place): boolean {
    const end = rest.search(AUTHORITY_END);
    const authority = end < 0 ? rest : rest.slice(0, end);
    const user = authority.slice(0, Math.max(0, authority.lastIndexOf("@")));
    const colon = user.indexOf(":");
    return colon >= 0 && !isStandIn(user.slice(colon + 1), place);
}
