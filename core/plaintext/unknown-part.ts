/**
 * Stands inside a text for a part that is not known yet: a noncharacter of Unicode, which no text
 * that is exchanged may hold.
 */
export const UNKNOWN_PART = "\uFDD0";

/** Whether a part of a text is not known yet. */
export function hasUnknownPart(text: string): boolean {
    return text.includes(UNKNOWN_PART);
}
