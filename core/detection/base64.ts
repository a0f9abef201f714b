const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;
/** Nothing shorter can hold what is looked for. */
const SHORTEST = 24;
const READABLE = /^[\t\n\r -~]*$/;

/** Decodes a text that is the base64 of something readable; `undefined` for every other. */
export function decodeBase64(text: string): string | undefined {
    if (text.length < SHORTEST || text.length % 4 === 1 || !BASE64.test(text)) {
        return undefined;
    }
    const whole = text.slice(0, text.length - (text.length % 4));
    const decoded = atob(whole);
    return READABLE.test(decoded) ? decoded : undefined;
}
