import { lazily, YES, type Fact } from "./kleene";
import { matchesPattern, parsePattern, type Pattern } from "./pattern";
import { showActions } from "./show";

/** Whether one of the actions of a statement covers an action, given in lower case. */
export function matchActions(actions: readonly string[], lowerAction: string): Fact {
    const covers = (pattern: string | Pattern) =>
        typeof pattern === "string"
            ? pattern === lowerAction
            : matchesPattern(pattern, lowerAction);
    return patternsOf(actions).some(covers)
        ? YES
        : lazily("no", () => [`allows ${showActions(actions)}`]);
}

/** The actions that are of the same service as another action. */
export function actionsOfService(actions: readonly string[], lowerAction: string): string[] {
    const [service] = lowerAction.split(":");
    return actions.filter((one) => one.toLowerCase().startsWith(`${service}:`));
}

/** Statements are parsed once and asked often, so that their patterns are kept with their lists. */
const PATTERNS = new WeakMap<readonly string[], (string | Pattern)[]>();

/** Actions in lower case; those without wildcards stay texts. */
function patternsOf(actions: readonly string[]): (string | Pattern)[] {
    let patterns = PATTERNS.get(actions);
    if (!patterns) {
        patterns = actions.map((text) => {
            const lower = text.toLowerCase();
            return /[*?]/.test(lower) ? parsePattern(lower) : lower;
        });
        PATTERNS.set(actions, patterns);
    }
    return patterns;
}
