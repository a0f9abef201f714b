import { TOKEN_FORMS, type TokenForm } from "./provider-tokens";

/** Forms by the first character of what they begin with: most values begin otherwise. */
const BY_START = new Map<string, TokenForm[]>();
for (const form of TOKEN_FORMS) {
    for (const first of new Set(form.starts.map((start) => start[0]))) {
        BY_START.set(first, [...(BY_START.get(first) ?? []), form]);
    }
}

/** The form of a provider's token that a text has. */
export function findTokenForm(text: string): TokenForm | undefined {
    return BY_START.get(text[0])?.find(
        ({ starts, form }) => starts.some((start) => text.startsWith(start)) && form.test(text),
    );
}

const CHECKSUM_LENGTH = 6;
const DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/**
 * Whether the last six characters of a token are the CRC-32 of those after its prefix, in base 62;
 * one that was made up has another.
 * Source: https://github.blog/engineering/behind-githubs-new-authentication-token-formats/
 */
export function hasValidChecksum(token: string): boolean {
    const body = token.slice(token.indexOf("_") + 1, -CHECKSUM_LENGTH);
    let rest = crc32(body);
    let expected = "";
    while (expected.length < CHECKSUM_LENGTH) {
        expected = DIGITS[rest % DIGITS.length] + expected;
        rest = Math.floor(rest / DIGITS.length);
    }
    return token.endsWith(expected);
}

/** The checksum of ISO 3309, bit by bit: it runs for few texts, and those are short. */
function crc32(text: string): number {
    let crc = ~0;
    for (let at = 0; at < text.length; at++) {
        crc ^= text.charCodeAt(at);
        for (let bit = 0; bit < 8; bit++) {
            crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
        }
    }
    return ~crc >>> 0;
}
