import { any, lazily, YES, type Fact } from "./kleene";
import { matchesPattern, parsePattern, type Pattern } from "./pattern";
import { shorten } from "./shorten";

/** Whether one of the actions of a statement covers an action, given in lower case. */
export function matchActions(actions: readonly string[], lowerAction: string): Fact {
    return any(actions.map((text, index) => matchAction(actions, index, text, lowerAction)));
}

/** The actions that are of the same service as another action. */
export function actionsOfService(actions: readonly string[], lowerAction: string): string[] {
    const [service] = lowerAction.split(":");
    return actions.filter((one) => one.toLowerCase().startsWith(`${service}:`));
}

function matchAction(
    actions: readonly string[],
    index: number,
    text: string,
    lowerAction: string,
): Fact {
    return matchesPattern(patternsOf(actions)[index], lowerAction)
        ? YES
        : lazily("no", () => [`allows ${shorten(text)}`]);
}

/** Statements are parsed once and asked often, so that their patterns are kept with their lists. */
const PATTERNS = new WeakMap<readonly string[], Pattern[]>();

function patternsOf(actions: readonly string[]): Pattern[] {
    let patterns = PATTERNS.get(actions);
    if (!patterns) {
        patterns = actions.map((text) => parsePattern(text.toLowerCase()));
        PATTERNS.set(actions, patterns);
    }
    return patterns;
}
