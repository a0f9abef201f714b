import type { Finding } from "../../finding";
import { MAX_PATTERN_LENGTH } from "./event-pattern";

/** Finds event patterns that Amazon EventBridge does not take, or that have no rule. */
export function findPatternFindings(
    patterns: readonly string[],
    count: number,
    path: string,
): Finding[] {
    const tooLong = patterns.filter(({ length }) => length > MAX_PATTERN_LENGTH);
    return [
        ...tooLong.map(({ length }) => ({
            path,
            reason: `watching one of the secrets takes an event pattern of ${length} characters, and Amazon EventBridge takes at most ${MAX_PATTERN_LENGTH}`,
            remedy: "Give the secret a shorter name, or the version stage a shorter label.",
        })),
        ...(patterns.length > count
            ? [
                  {
                      path,
                      reason: `watching the secrets takes ${patterns.length} event rules, and ${count} were planned before all ARNs were known`,
                      remedy: "Name the secrets by plain text, which is measured beforehand, or give them shorter names.",
                  },
              ]
            : []),
    ];
}
