import { decodeBase64 } from "./base64";
import type { Certainty } from "./name-reading";
import { hasPasswordField } from "./password-field";
import type { Place } from "./place";
import { findTokenForm, hasValidChecksum } from "./token-form";
import { hasUrlPassword } from "./url-password";
import { isWebhookAddress } from "./webhook-address";

// RFC 7468 and its kin: RSA, EC, OPENSSH, ENCRYPTED, PGP … PRIVATE KEY (BLOCK), PuTTY's own.
const PRIVATE_KEY =
    /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d: /;
const AUTHORIZATION =
    /^(?:authorization\s{0,3}[:= ]\s{0,3})?(?:basic|bearer)(?: |%20)[\w+/.~-]{12,}=*$/i;
// machine … login … password …: what curl and git read.
const NETRC = /\bmachine\s{1,8}\S{1,255}\s{1,8}login\s{1,8}\S{1,255}\s{1,8}password\s{1,8}\S/;
/** No form of a credential is shorter: `redis://:p@h`, `Pwd=x;a=b`. */
const SHORTEST = 8;

/** Something in a value that gives a credential away, whatever the variable is called. */
export interface CarriedSecret {
    readonly reason: string;
    readonly certainty: Certainty;
    /** True where such a value may be meant for everybody: browser-side JWTs and API keys. */
    readonly mayBePublic: boolean;
}

/** Finds an unmistakable credential in a value; the reason holds nothing of the value. */
export function readCarriedSecret(value: string, place: Place): CarriedSecret | undefined {
    const text = value.trim();
    if (text.length < SHORTEST) {
        return undefined;
    }
    const decoded = decodeBase64(text);
    return readText(text, place) ?? (decoded === undefined ? undefined : readText(decoded, place));
}

function readText(text: string, place: Place): CarriedSecret | undefined {
    const token = findTokenForm(text);
    if (token) {
        const isMadeUp = token.hasChecksum === true && !hasValidChecksum(text);
        return {
            reason: `its value is ${token.reads}`,
            certainty: isMadeUp ? "likely" : "certain",
            mayBePublic: token.mayBePublic === true,
        };
    }
    const reason = readReason(text, place);
    return reason === undefined
        ? undefined
        : { reason: `its value ${reason}`, certainty: "certain", mayBePublic: false };
}

function readReason(text: string, place: Place): string | undefined {
    // Where the plain text of a form is missing, its pattern need not be tried.
    if ((text.includes("PRIVATE KEY") || text.startsWith("PuTTY")) && PRIVATE_KEY.test(text)) {
        return "is a private key";
    }
    if (isWebhookAddress(text)) {
        return "is a webhook address, which is a credential by itself";
    }
    if (AUTHORIZATION.test(text)) {
        return "is an authorization header";
    }
    if (hasUrlPassword(text, place)) {
        return "is a URL that carries a password";
    }
    return hasPasswordField(text, place) || (text.includes("machine") && NETRC.test(text))
        ? "has a password among its fields"
        : undefined;
}
