import { readCarriedSecret } from "./carried-secret";
import { readHarmless } from "./harmless-value";
import { LEXICON, type Lexicon } from "./lexicon";
import { readName } from "./name";
import type { Certainty, NameReading } from "./name-reading";
import type { Place } from "./place";
import { readReference } from "./reference-value";
import { readShellDefault } from "./shell-default";
import { readSuspicious } from "./suspicious-value";

export type { Certainty } from "./name-reading";
export { createLexicon, type Lexicon } from "./lexicon";
export { splitName } from "./split-name";
export type { Place } from "./place";

/** Whether a variable must come from a secret store, and why. */
export type DetectionVerdict =
    | {
          readonly verdict: "secret";
          readonly certainty: Certainty;
          /** What gave it away: what it is called, or what stands there. */
          readonly by: "name" | "value";
          readonly reason: string;
      }
    /** The value is an ARN, a path, `${VAR}`: it points to a secret, it is none. */
    | { readonly verdict: "reference"; readonly reason: string }
    | { readonly verdict: "plain"; readonly reason: string };

/** What follows is not read: no credential is longer, and work stays bounded. */
const LONGEST_VALUE = 16_384;

/** The same names come again in every container; more are not kept, so that memory is bounded. */
const MOST_READINGS = 10_000;

/** Decides whether something in plaintext is a secret; see {@link detectSecret}. */
export type Detector = (place: Place, name: string, value?: string) => DetectionVerdict;

/** Makes a detector that knows the words of a lexicon. */
export function createDetector(lexicon: Lexicon): Detector {
    const readings = new Map<string, NameReading>();
    const read = (name: string): NameReading => {
        const known = readings.get(name);
        if (known) {
            return known;
        }
        if (readings.size >= MOST_READINGS) {
            readings.clear();
        }
        const reading = readName(name, lexicon);
        readings.set(name, reading);
        return reading;
    };
    return (place, name, value) => {
        const reading = read(place === "reference" ? "" : name);
        return value === undefined
            ? judgeName(reading)
            : judgeBoth(reading, withDefault(value.slice(0, LONGEST_VALUE)), name, place);
    };
}

/**
 * Decides whether something in plaintext is a secret that must come from a secret store.
 *
 * @param place What kind of thing it is: a variable, an option of a command, a label.
 * @param name The name of the variable or option; it is read, word by word.
 * @param value Its value; `undefined` if it is not known, then the name alone is judged.
 * @returns The verdict; its reason never holds the value or a part of it.
 */
export const detectSecret: Detector = createDetector(LEXICON);

/** `${PASSWORD:-changeme}` is `changeme` for everybody who sets nothing. */
function withDefault(value: string): string {
    const filledIn = readShellDefault(value.trim());
    return filledIn === undefined || filledIn === "" ? value : filledIn;
}

function judgeName(reading: NameReading): DetectionVerdict {
    const { reason } = reading;
    return reading.kind === "credential"
        ? { verdict: "secret", certainty: reading.certainty, by: "name", reason }
        : { verdict: "plain", reason };
}

function judgeBoth(
    reading: NameReading,
    value: string,
    name: string,
    place: Place,
): DetectionVerdict {
    const carried = readCarriedSecret(value, place);
    if (carried && !(carried.mayBePublic && reading.kind === "public")) {
        return {
            verdict: "secret",
            certainty: place === "reference" ? "certain" : carried.certainty,
            by: "value",
            reason: carried.reason,
        };
    }
    const reference = readReference(value, name, place);
    const speaksOfSecret = reading.kind === "credential" || reading.kind === "about";
    const isLogin = reading.kind === "credential" && reading.family === "auth";
    if (reference && (reference.store || (speaksOfSecret && !(isLogin && reference.mayBeLogin)))) {
        return { verdict: "reference", reason: reference.reason };
    }
    const suspicion = readSuspicious(reading, value, place);
    if (suspicion !== undefined) {
        return { verdict: "secret", certainty: "likely", by: "value", reason: suspicion };
    }
    const harmless = reading.kind === "credential" && readHarmless(value, reading.family);
    return harmless ? { verdict: "plain", reason: harmless } : judgeName(reading);
}
