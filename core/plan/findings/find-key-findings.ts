import type { Finding } from "../../finding";
import { readKeyNaming } from "../../kms-key";
import type { Resourceful } from "../shape/shape";

/**
 * Finds that a text names no customer managed key. A pattern is none: the role could then use every
 * key that fits it.
 */
export function findKeyFindings(text: string, path: string): Finding[] {
    if (text === "") {
        return [{ path, reason: "is empty", remedy: "Leave it out, or name a key." }];
    }
    const naming = readKeyNaming(text);
    if (naming === "aws-managed") {
        const reason = "is the key that AWS manages, which is used where no key is named";
        return [{ path, reason, remedy: "Leave it out." }];
    }
    const reason = "names no key";
    const remedy = "Give the key's ARN, its id, or the name or ARN of its alias.";
    return naming === undefined ? [{ path, reason, remedy }] : [];
}

/** Finds what is wrong with a key, if it is at hand. */
export function findGivenKeyFindings(key: Resourceful<string> | undefined, path: string) {
    return typeof key === "string" ? findKeyFindings(key, path) : [];
}
