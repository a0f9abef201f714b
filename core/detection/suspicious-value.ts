import { FLAG } from "./harmless-value";
import type { NameReading } from "./name-reading";
import type { Place } from "./place";
import { isCredentialSlot } from "./slot";

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Says why a value is likely a credential under a name that is not the name of one; `undefined` if
 * nothing speaks for it.
 */
export function readSuspicious(
    reading: NameReading,
    value: string,
    place: Place,
): string | undefined {
    const text = value.trim();
    if (place === "reference") {
        return isRandom(text)
            ? "it refers to nothing by a name that anybody would give"
            : undefined;
    }
    if (reading.kind === "ordinary") {
        return isCredentialSlot(text)
            ? "its value says that a credential is to be put in its place"
            : undefined;
    }
    if (reading.kind !== "about") {
        return undefined;
    }
    if (reading.holds && contradicts(text, reading.holds)) {
        return `its name says ${reading.holds} of a credential, and its value is none`;
    }
    return reading.open && isOpaque(text)
        ? "its name speaks of a credential and its value is opaque"
        : undefined;
}

const FORMS = {
    "a flag": FLAG,
    "an ARN": /^arn:/,
    "an amount": /^[\d\s.,:*/+-]*[A-Za-z]{0,14}$|^P[\dTYMWDHS.]+$/,
} as const;
/** Lists, pairs and addresses are long and mixed as well. */
const LISTED = /[\s:=,/]/;
const CLASSES = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z\d\s]/];

/** True if a value is not what its name says it is, and looks like what nobody would guess. */
function contradicts(text: string, holds: keyof typeof FORMS): boolean {
    const isWhatItSays = FORMS[holds].test(text);
    const mixed = CLASSES.filter((characters) => characters.test(text)).length >= 3;
    return !isWhatItSays && text.length >= 8 && !LISTED.test(text) && (mixed || isOpaque(text));
}

/** True for a long value without words in it, as generated credentials are; a UUID is an id. */
function isOpaque(text: string): boolean {
    return (
        text.length >= 20 &&
        /^[A-Za-z0-9+/_-]+=*$/.test(text) &&
        /[0-9]/.test(text) &&
        /[a-z]/.test(text) &&
        /[A-Z]/.test(text) &&
        !UUID.test(text)
    );
}

/** True for letters and digits without an order to them: a name has its digits together. */
function isRandom(text: string): boolean {
    return /^[A-Za-z0-9]{20,}$/.test(text) && (text.match(/\d+/g) ?? []).length >= 3;
}
