import { detectSecret, hasUnknownPart } from "../../core";

/**
 * What a text that Pulumi holds secret tells by itself.
 *
 * - `telling`: it can be a credential, and nobody writes it by chance
 * - `word`: it can be one, and others may write the same words
 * - `ordinary`: a host, a URL without credentials, a region, a version, a date
 * - `nothing`: a reference, a flag, a number, or too short
 */
export type Weight = "telling" | "word" | "ordinary" | "nothing";

const SHORTEST = 4;
/** Stars for what was taken out, and numbers of few digits: a port, a size. */
const NOTHING = /^(?:[*•]+|-?[\d.,]{1,5})$/;
/** Words, alone or in a row: `info`, `web-frontend`, `the admin pages`, `prod,cloud`. */
const WORDS =
    /^(?:[a-z]{1,15}|[A-Z]{1,15}|[A-Z][a-z]{1,14})(?:[ ,._/-]{1,2}[A-Za-z][a-z]{0,14}){0,200}$/;
const ORDINARY = [
    // A URL; one that carries a password has been found out before.
    /^[a-z][a-z0-9+.-]{1,20}:\/\//i,
    // A host, with or without a port.
    /^(?:[a-z0-9_-]{1,63}\.){1,20}[a-z]{2,24}(?::\d{1,5})?$/,
    /^(?:localhost|\d{1,3}(?:\.\d{1,3}){3}(?:\/\d{1,2})?)(?::\d{1,5})?$/,
    // A region, perhaps with its zone.
    /^[a-z]{2}(?:-[a-z]{2,12}){1,2}-\d[a-z]?$/,
    // A version, a date.
    /^v?\d{1,6}(?:\.\d{1,6}){1,3}(?:[-+][a-z]{1,12}(?:[.-]?\d{1,6})?)?$/i,
    /^\d{4}-\d{2}-\d{2}(?:[T ][\d:.]{2,15}Z?)?$/,
    // A duration, a size.
    /^\d{1,9} ?(?:ms|s|m|h|d|w|y|[kmgt]i?b?|secs?|mins?|minutes?|hours?|days?|weeks?|years?)$/i,
];

/** Weighs a text by what it looks like. */
export function weighText(text: string): Weight {
    const trimmed = text.trim();
    if (trimmed.length < SHORTEST || hasUnknownPart(trimmed) || NOTHING.test(trimmed)) {
        return "nothing";
    }
    // As the value of a password: what is no credential even there is none anywhere.
    const verdict = detectSecret("setting", "password", trimmed);
    if (verdict.verdict === "secret" && verdict.by === "value") {
        return "telling";
    }
    if (verdict.verdict === "reference") {
        return "nothing";
    }
    if (ORDINARY.some((form) => form.test(trimmed))) {
        return "ordinary";
    }
    if (verdict.verdict === "plain") {
        return "nothing";
    }
    return WORDS.test(trimmed) ? "word" : "telling";
}

/** Whether a text holds another one whole: letters and digits do not go on beside it. */
export function holdsWhole(text: string, part: string): boolean {
    for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
        if (isBoundary(text[at - 1]) && isBoundary(text[at + part.length])) {
            return true;
        }
    }
    return false;
}

function isBoundary(character: string | undefined): boolean {
    return character === undefined || !/[A-Za-z0-9]/.test(character);
}
