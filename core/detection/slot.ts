const CREDENTIAL =
    "(?:api[-_ ]?key|access[-_ ]?key|access[-_ ]?token|auth[-_ ]?token|secret[-_ ]?key|token|passw(?:or)?d|passphrase|secret)";
// your-password, YOUR_API_KEY_HERE, <my secret token>; "Enter your password" is a sentence.
const words = (gap: string): string =>
    `(?:your|my|the|enter|insert|some)${gap}(?:[a-z]{1,16}${gap}){0,3}${CREDENTIAL}(?:${gap}here)?`;
const WHOLE = new RegExp(`^(?:${words("[-_]")}|<${words("[-_ ]")}>)$`, "i");
// https://eth.example/v2/<ApiKey>
const IN_ADDRESS = new RegExp(
    `://[^\\s<]{1,500}<(?:your[-_ ]?)?(?:[a-z]{1,16}[-_ ]){0,2}${CREDENTIAL}>`,
    "i",
);

/** True if a text says that a credential is to be written in its place. */
export function isCredentialSlot(text: string): boolean {
    return WHOLE.test(text) || (text.includes("://") && IN_ADDRESS.test(text));
}
