import { PUBLIC_PREFIXES } from "./other-words";

/** PUBLIC_AWS_SECRET_ACCESS_KEY: whoever calls a thing both means the place by "public". */
const CONTRADICTIONS = new Set(["secret", "private", "password", "passwd", "pwd", "pass"]);

/** True if a framework sends the variable to browsers, or it is called public and not secret too. */
export function isPublicName(words: readonly string[]): boolean {
    const text = `${words.join(" ")} `;
    const called = words[0] === "public" || words.at(-2) === "public";
    const sent = PUBLIC_PREFIXES.some((first) => text.startsWith(`${first} `));
    // VITE_API_SECRET goes to every browser, and was not meant to.
    return (called || sent) && !words.some((word) => CONTRADICTIONS.has(word));
}
