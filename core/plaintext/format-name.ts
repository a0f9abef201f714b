import { detectSecret } from "../detection";
import { UNKNOWN_PART } from "./unknown-part";

const LONGEST = 100;

/** No form of a credential is shorter. */
const SHORTEST_CREDENTIAL = 12;

/** What a terminal would obey or not show: controls, marks of direction, halves of characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Zl}\p{Zp}]/gu;

/**
 * Writes a name that somebody chose so that it can stand in a message: what does not show is
 * escaped, what is long is cut, and a credential that stands in its place is left out.
 */
export function formatName(name: string): string {
    if (isCredential(name)) {
        return "<a name that is itself a credential>";
    }
    // What follows the sign may be the value, which somebody wrote into the name.
    const equals = name.indexOf("=") + 1;
    const first = equals > 0 ? name.slice(0, equals) : name;
    const shown = [...first.slice(0, 2 * LONGEST)].slice(0, LONGEST).join("");
    const text = shown.length < name.length ? `${shown}…` : shown;
    return escapeUnseen(text.replaceAll(UNKNOWN_PART, "<not known yet>"));
}

/** Writes what a terminal would obey or not show so that it shows, and does nothing. */
export function escapeUnseen(text: string): string {
    return text.replace(UNSEEN, escape);
}

/** Whether a name is unmistakably a credential: name and value were swapped. */
export function isCredential(name: string): boolean {
    return (
        name.length >= SHORTEST_CREDENTIAL &&
        detectSecret("reference", "", name).verdict === "secret"
    );
}

function escape(character: string): string {
    return `\\u{${character.codePointAt(0)?.toString(16) ?? ""}}`;
}
