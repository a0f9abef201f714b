import { sortKeys } from "../../container-definition";
import type { EventKind, PatternValue } from "./watched-event";

/**
 * The most characters of an event pattern, where AWS has not raised the quota.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html
 */
export const MAX_PATTERN_LENGTH = 2_048;

/**
 * The pattern of a rule that is left over: it matches no event, for their resources are ARNs.
 * A rule must have a pattern, and a secret that two rules listen for would deploy twice.
 */
export const IDLE_PATTERN = renderEventPattern({ store: "secretsmanager", label: "AWSCURRENT" }, [
    "none",
]);

/** Writes the pattern of a rule that listens for the events of some secrets of one kind. */
export function renderEventPattern(kind: EventKind, matches: readonly PatternValue[]): string {
    const pattern =
        kind.store === "ssm"
            ? {
                  source: ["aws.ssm"],
                  "detail-type": ["Parameter Store Change"],
                  // A deleted parameter, or one made anew, gives running tasks nothing to read.
                  detail: { name: matches, operation: ["Update"] },
              }
            : {
                  source: ["aws.secretsmanager"],
                  "detail-type": ["Secret Label Updated"],
                  resources: matches,
                  detail: { labelUpdated: [kind.label] },
              };
    return JSON.stringify(sortKeys(pattern));
}

/** The characters that the secrets of a kind may take in one pattern, commas included. */
export function patternRoom(kind: EventKind): number {
    return MAX_PATTERN_LENGTH - renderEventPattern(kind, []).length;
}
