import {
    formatPlace,
    isCredential,
    isRecord,
    joinReadings,
    type Assignment,
    type Finding,
    type Place,
    type Plaintext,
    type PlaintextReading,
    readScript,
    readWords,
    UNKNOWN_PART,
} from "../../core";

/** Where names and values of a resource stand, and what to do about a secret among them. */
export interface Field {
    /** The property, for a person: `environment`, `source.buildspec`. */
    readonly path: string;
    readonly container?: string;
    /** @default - a variable of a process; in a command or a script, a word of it */
    readonly place?: Place;
    /** What to do about a secret; the name is empty where the text has none. */
    readonly remedy: (name: string) => string;
}

/** What a property shows that is not there. */
export const NOTHING: PlaintextReading = { plaintext: [], findings: [] };

/** Lists the variables of a record: `{ NAME: "value" }`. */
export function listRecord(value: unknown, field: Field): PlaintextReading {
    return isRecord(value)
        ? listEntries(Object.entries(value), field)
        : unread(value, field, "it is not a record of names and values");
}

/** Lists the variables of a list: `[{ name: "NAME", value: "value" }]`. */
export function listPairs(value: unknown, field: Field): PlaintextReading {
    return Array.isArray(value)
        ? listEntries(value.map(pairOf), field)
        : unread(value, field, "it is not a list of names and values");
}

/** Lists the words that a command is given as: `["serve", "--port", "80"]`. */
export function listWords(value: unknown, field: Field): PlaintextReading {
    return Array.isArray(value)
        ? {
              plaintext: listAssignments(readWords(value.filter(isText).map(String)), field),
              findings: [],
          }
        : unread(value, field, "it is not a list of words");
}

/** Lists what a script sets, and what its commands are given. */
export function listScript(value: unknown, field: Field): PlaintextReading {
    return typeof value === "string" && value !== UNKNOWN_PART
        ? { plaintext: listAssignments(readScript(value), field), findings: [] }
        : unread(value, field, "it is not a text");
}

/** Lists what a text reader found. */
export function listAssignments(assignments: readonly Assignment[], field: Field): Plaintext[] {
    return assignments.map(({ name, value }) => toPlaintext(name, value, field, "argument"));
}

/** A property; of what is no object, or is not known yet, the whole, so that it is not passed over. */
export function fieldOf(value: unknown, ...names: readonly string[]): unknown {
    return names.reduce(
        (whole, name) =>
            isRecord(whole) ? (Object.hasOwn(whole, name) ? whole[name] : undefined) : whole,
        value,
    );
}

/** Reads each entry of a list with its path. */
export function readEach(
    value: unknown,
    path: string,
    read: (entry: unknown, path: string) => PlaintextReading,
): PlaintextReading {
    return Array.isArray(value)
        ? joinReadings(value.map((entry, index) => read(entry, `${path}[${index}]`)))
        : unread(value, { path }, "it is not a list");
}

/** Says why a property tells nothing: it is not known yet, or not what it should be. */
export function unread(
    value: unknown,
    field: Pick<Field, "path" | "container">,
    why: string,
): PlaintextReading {
    if (value === undefined || value === null) {
        return NOTHING;
    }
    const path = formatPlace({ ...field, name: "" });
    const finding: Finding =
        value === UNKNOWN_PART
            ? { path, reason: "is not known yet", remedy: "It is judged at update." }
            : { path, reason: `cannot be read: ${why}`, remedy: "Give what the service takes." };
    return { plaintext: [], findings: [finding] };
}

function listEntries(entries: readonly (readonly unknown[])[], field: Field): PlaintextReading {
    const plaintext = entries.flatMap(([name, value]) =>
        typeof name === "string" && isText(value)
            ? [toPlaintext(name, String(value ?? ""), field, "environment")]
            : [],
    );
    const isUnknown = entries.some((pair) => pair.every((part) => part === UNKNOWN_PART));
    const isOdd = entries.some(([name, value]) => typeof name !== "string" || !isText(value));
    const path = `an entry of ${field.path}`;
    return joinReadings([
        { plaintext, findings: [] },
        isUnknown ? unread(UNKNOWN_PART, { ...field, path }, "") : NOTHING,
        isOdd ? unread({}, { ...field, path }, "it is not a name and a text") : NOTHING,
    ]);
}

function pairOf(pair: unknown): [name: unknown, value: unknown] {
    return isRecord(pair) || pair === UNKNOWN_PART
        ? [fieldOf(pair, "name"), fieldOf(pair, "value")]
        : [undefined, undefined];
}

function toPlaintext(name: string, value: string, field: Field, place: Place): Plaintext {
    const { path, container, remedy } = field;
    return {
        place: field.place ?? place,
        path,
        ...(container !== undefined && { container }),
        name,
        // Where name and value were swapped, the name is what must not be read.
        value: isCredential(name) ? name : value,
        remedy: remedy(name),
    };
}

/** Whether AWS takes a value for a text: a number is one to it, and nothing is an empty one. */
function isText(value: unknown): boolean {
    return typeof value !== "object" || value === null;
}
