import { UNKNOWN, type CheckFailure, type Properties } from "../resource-type";
import type { KeptType } from "./kept-type";

/** What the provider refuses of inputs, before AWS is asked. No value is shown. */
export function findInputFailures(
    { anyOf = [], documents = {} }: Pick<KeptType, "anyOf" | "documents">,
    inputs: Properties,
): CheckFailure[] {
    const lacking = anyOf.filter((names) => names.every((name) => inputs[name] === undefined));
    const broken = Object.keys(documents).filter((name) => isBroken(inputs[name]));
    return [
        ...lacking.map((names) => ({
            property: names[0],
            reason: `simulated AWS: Invalid combination of arguments. One of ${names.join(", ")} must be specified`,
        })),
        ...broken.map((name) => ({
            property: name,
            reason: `simulated AWS: ${documents[name]} is invalid: it is no JSON object`,
        })),
    ];
}

/** Whether something that is known is no JSON object. */
function isBroken(document: unknown): boolean {
    if (typeof document !== "string" || document.includes(UNKNOWN)) {
        return false;
    }
    try {
        const parsed = JSON.parse(document) as unknown;
        return typeof parsed !== "object" || parsed === null || Array.isArray(parsed);
    } catch {
        return true;
    }
}
