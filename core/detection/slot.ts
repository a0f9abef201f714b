const CREDENTIAL =
    "(?:api[-_ ]?key|access[-_ ]?key|access[-_ ]?token|auth[-_ ]?token|secret[-_ ]?key|token|passwo?r?d|passphrase|secret)";
// your-password, YOUR_API_KEY_HERE, <my secret token>
const WHOLE = new RegExp(
    `^[<[]?(?:your|my|the|enter|insert|some)[-_ ](?:[a-z]{1,16}[-_ ]){0,3}${CREDENTIAL}(?:[-_ ](?:here|goes here))?[>\\]]?$`,
    "i",
);
// https://eth.example/v2/<ApiKey>
const IN_ADDRESS = new RegExp(
    `://[^\\s<]{1,500}<(?:your[-_ ]?)?(?:[a-z]{1,16}[-_ ]){0,2}${CREDENTIAL}>`,
    "i",
);

/** True if a text says that a credential is to be written in its place. */
export function isCredentialSlot(text: string): boolean {
    return WHOLE.test(text) || (text.includes("://") && IN_ADDRESS.test(text));
}
