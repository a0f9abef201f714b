import { hasUrlPassword } from "./url-password";
import { hasPasswordField } from "./password-field";
import { TOKEN_FORMS } from "./provider-tokens";

// RFC 7468 and its kin: RSA, EC, OPENSSH, ENCRYPTED, PGP … PRIVATE KEY (BLOCK).
const PRIVATE_KEY = /-----BEGIN (?:[A-Z0-9]{1,12} )?PRIVATE KEY(?: BLOCK)?-----/;

/** How "-----BEGIN … PRIVATE" starts once it is base64; a certificate starts otherwise. */
const ENCODED_PRIVATE_KEYS = [
    "LS0tLS1CRUdJTiBQUklWQVRF", // (no type)
    "LS0tLS1CRUdJTiBSU0EgUFJJVkFU", // RSA
    "LS0tLS1CRUdJTiBFQyBQUklWQVRF", // EC
    "LS0tLS1CRUdJTiBPUEVOU1NIIFBSSVZB", // OPENSSH
    "LS0tLS1CRUdJTiBFTkNSWVBURUQgUFJJ", // ENCRYPTED
];

const WEBHOOKS = [
    /^https:\/\/hooks\.slack(?:-gov)?\.com\/(?:services|workflows|triggers)\/[^\s/]{1,40}\/[^\s]{8,}$/,
    /^https:\/\/(?:[a-z]{1,10}\.)?discord(?:app)?\.com\/api\/(?:v\d{1,2}\/)?webhooks\/\d{5,25}\/[\w-]{20,}$/,
    /^https:\/\/[a-z0-9-]{1,63}\.webhook\.office\.com\/webhookb2\/[^\s]{20,}$/,
];

const AUTHORIZATION =
    /^(?:authorization\s{0,3}[:=]\s{0,3})?(?:basic|bearer)(?: |%20)[\w+/.~-]{12,}=*$/i;

/** Something in a value that gives a credential away, whatever the variable is called. */
export interface CarriedSecret {
    readonly reason: string;
    /** True where such a value may be meant for everybody: browser-side JWTs and API keys. */
    readonly mayBePublic: boolean;
}

/** Finds an unmistakable credential in a value; the reason holds nothing of the value. */
export function readCarriedSecret(value: string): CarriedSecret | undefined {
    const text = value.trim();
    const token = TOKEN_FORMS.find(({ form }) => form.test(text));
    if (token) {
        const mayBePublic = text.startsWith("eyJ") || text.startsWith("AIza");
        return { reason: `its value is ${token.reads}`, mayBePublic };
    }
    const reason = readReason(text);
    return reason === undefined ? undefined : { reason, mayBePublic: false };
}

function readReason(text: string): string | undefined {
    if (PRIVATE_KEY.test(text) || ENCODED_PRIVATE_KEYS.some((start) => text.startsWith(start))) {
        return "its value is a private key";
    }
    if (WEBHOOKS.some((form) => form.test(text))) {
        return "its value is a webhook address, which is a credential by itself";
    }
    if (AUTHORIZATION.test(text)) {
        return "its value is an authorization header";
    }
    if (hasUrlPassword(text)) {
        return "its value is a URL that carries a password";
    }
    return hasPasswordField(text) ? "its value has a password among its fields" : undefined;
}
