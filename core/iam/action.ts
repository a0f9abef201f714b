import { any, no, YES, type Fact } from "./kleene";
import { matchesPattern, parsePattern } from "./pattern";

/** Whether one of the actions of a statement covers an action; case does not matter. */
export function matchActions(actions: readonly string[], action: string): Fact {
    return any(actions.map((pattern) => matchAction(pattern, action)));
}

/** The actions that are of the same service as another action. */
export function actionsOfService(actions: readonly string[], action: string): string[] {
    const [service] = action.toLowerCase().split(":");
    return actions.filter((one) => one.toLowerCase().startsWith(`${service}:`));
}

function matchAction(pattern: string, action: string): Fact {
    return matchesPattern(parsePattern(pattern.toLowerCase()), action.toLowerCase())
        ? YES
        : no(`allows ${pattern}`);
}
