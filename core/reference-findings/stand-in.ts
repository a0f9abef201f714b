import type { ReferenceProblem } from "../reference";

const WRITTEN_OUTPUT = /Calling \[to(?:String|JSON)\] on an \[Output/;
const PLACEHOLDER = /\$\{|\{\{|<[A-Za-z ]+>/;
const NOTHING = ["undefined", "null", "NaN"];

/** How many parts of an ARN name the secret; a JSON key after them is the user's own. */
const NAMING_PARTS = 7;

/** Finds what a program writes into a reference where it lost the reference itself. */
export function findStandIn(text: string): ReferenceProblem | undefined {
    const parts = text.split(":");
    const naming = text.startsWith("arn:") ? parts.slice(0, NAMING_PARTS).join(":") : text;
    return findLoss(naming);
}

/** Whether a JSON key or version is what a program writes where it lost it. */
export function isLost(part: string | undefined): boolean {
    return part !== undefined && findLoss(part) !== undefined;
}

function findLoss(text: string): ReferenceProblem | undefined {
    if (WRITTEN_OUTPUT.test(text)) {
        return {
            reason: "an Output was made a text before its value was known",
            remedy: "Build the definitions with pulumi.jsonStringify, or the text with pulumi.interpolate.",
        };
    }
    if (text.includes("[object ")) {
        return {
            reason: "an object was made a text: [object …]",
            remedy: "Give its ARN, for example secret.arn.",
        };
    }
    if (PLACEHOLDER.test(text)) {
        return {
            reason: "it holds a placeholder that nothing filled in",
            remedy: "Write a template string in backquotes, with pulumi.interpolate where a part is an Output.",
        };
    }
    return text.split(":").some((part) => NOTHING.includes(part))
        ? {
              reason: "it holds undefined, null or NaN where the program had no value",
              remedy: "Give the ARN of the secret there; a property that AWS fills in is an Output.",
          }
        : undefined;
}
