import { isRecord } from "../../core";
import { isUnknownText } from "../stack/decode";

/** What is known of an event: of a field its possible values, or its own fields; others may be any. */
export interface EventShape {
    readonly [field: string]: readonly string[] | EventShape;
}

/** Patterns are a few fields deep; one that is deeper is not looked into. */
const MOST_DEPTH = 32;

/** What a pattern may say of a field that is not known: whether a value it names can be ours. */
type MayBeOurs = (wanted: string) => boolean;

/**
 * Whether an event pattern may match an event. It answers no only where a field that is known
 * certainly does not fit, so that an operator of tomorrow is taken to fit.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
export function mayMatch(
    pattern: unknown,
    event: EventShape,
    mayBeOurs: MayBeOurs,
    depth = 0,
): boolean {
    if (depth > MOST_DEPTH) {
        return true;
    }
    if (typeof pattern === "string") {
        return isUnknownText(pattern);
    }
    return (
        isRecord(pattern) &&
        Object.entries(pattern).every(([name, wanted]) =>
            name === "$or" && Array.isArray(wanted)
                ? wanted.some((one) => mayMatch(one, event, mayBeOurs, depth + 1))
                : mayFitField(
                      wanted,
                      Object.hasOwn(event, name) ? event[name] : {},
                      mayBeOurs,
                      depth + 1,
                  ),
        )
    );
}

function mayFitField(
    wanted: unknown,
    field: readonly string[] | EventShape,
    mayBeOurs: MayBeOurs,
    depth: number,
): boolean {
    if (!isList(field)) {
        return Array.isArray(wanted)
            ? wanted.some((one) => mayFitUnknown(one, mayBeOurs))
            : mayMatch(wanted, field, mayBeOurs, depth);
    }
    return Array.isArray(wanted)
        ? wanted.some((one) => field.some((value) => mayFit(one, value)))
        : typeof wanted === "string" && isUnknownText(wanted);
}

function mayFitUnknown(wanted: unknown, mayBeOurs: MayBeOurs): boolean {
    return typeof wanted !== "string" || isUnknownText(wanted) || mayBeOurs(wanted);
}

/** Whether one value of a pattern fits a value of an event. */
function mayFit(wanted: unknown, value: string): boolean {
    if (typeof wanted === "string") {
        return wanted === value || isUnknownText(wanted);
    }
    if (!isRecord(wanted)) {
        return false;
    }
    const { prefix, suffix, exists, "anything-but": not, "equals-ignore-case": same } = wanted;
    const isKnown = (text: unknown): text is string =>
        typeof text === "string" && !isUnknownText(text);
    return !(
        (isKnown(prefix) && !value.startsWith(prefix)) ||
        (isKnown(suffix) && !value.endsWith(suffix)) ||
        (isKnown(same) && same.toLowerCase() !== value.toLowerCase()) ||
        exists === false ||
        not === value ||
        (Array.isArray(not) && not.includes(value))
    );
}

function isList(field: readonly string[] | EventShape): field is readonly string[] {
    return Array.isArray(field);
}
