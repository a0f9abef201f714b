import type { Place } from "../detection";
import type { Finding } from "../finding";

/** Something that stands where others may read it, and may be a secret. */
export interface Plaintext {
    /** What kind of thing it is. */
    readonly place: Place;
    /** Where it stands, for a person: `environment`, `command`, `logConfiguration.options`. */
    readonly path: string;
    /** The container it belongs to, where the resource has containers. */
    readonly container?: string;
    /** The variable or option; empty where the text itself has no name. */
    readonly name: string;
    /** What is written there; `undefined` while it is not known. */
    readonly value: string | undefined;
    /** What to do if it is a secret, as one sentence or two. */
    readonly remedy: string;
}

/** Everything of a resource that others may read, and why some of it cannot be judged. */
export interface PlaintextReading {
    readonly plaintext: readonly Plaintext[];
    readonly findings: readonly Finding[];
}

/** Puts readings together, in their order. */
export function joinReadings(readings: readonly PlaintextReading[]): PlaintextReading {
    return {
        plaintext: readings.flatMap((reading) => reading.plaintext),
        findings: readings.flatMap((reading) => reading.findings),
    };
}
