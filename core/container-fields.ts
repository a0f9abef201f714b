import type { Finding } from "./finding";
import { isRecord } from "./is-record";
import { UNKNOWN_PART } from "./plaintext/unknown-part";

/** The fields of an object in JSON. */
export type Fields = Readonly<Record<string, unknown>>;

/** Takes note of what is wrong. */
export type Note = (finding: Finding) => void;

/** Reads a field: as much of it as can be judged, or nothing (`undefined`). */
type Reader = (value: unknown, path: string, note: Note) => unknown;

const NAMED = "Give an array of objects with name and valueFrom, both of them strings.";
const VALUED = "Give an array of objects with name and value, both of them strings.";
const FILES = "Give an array of objects with value and type, both of them strings.";

/**
 * The fields that somebody judges; all others are kept as they are.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
const READERS: Readonly<Record<string, Reader>> = {
    name: readText("Give a string."),
    environment: readList(VALUED, ["name"], ["value"]),
    environmentFiles: readList(FILES, ["value"]),
    secrets: readList(NAMED, ["name", "valueFrom"]),
    command: readTexts,
    entryPoint: readTexts,
    healthCheck: readObject("Give an object with command, an array of strings.", {
        command: readTexts,
    }),
    dockerLabels: readRecord,
    repositoryCredentials: readObject("Give an object with credentialsParameter, a string.", {
        credentialsParameter: readText("Give the ARN of a secret."),
    }),
    logConfiguration: readObject("Give an object with logDriver.", {
        logDriver: readText("Give the name of a log driver."),
        options: readRecord,
        secretOptions: readList(NAMED, ["name", "valueFrom"]),
    }),
    firelensConfiguration: readObject("Give an object with type and options.", {
        options: readRecord,
    }),
};

/** Reads a container definition, and leaves out what cannot be read. */
export function readContainerFields(fields: Fields, path: string, note: Note): Fields {
    return readFields(fields, READERS, path, note);
}

function readFields(
    fields: Fields,
    readers: Readonly<Record<string, Reader>>,
    path: string,
    note: Note,
): Fields {
    const read = Object.entries(fields).map(([name, value]) => {
        const reader = Object.hasOwn(readers, name) ? readers[name] : undefined;
        return [name, reader ? reader(value, `${path}.${name}`, note) : value] as const;
    });
    return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function readText(remedy: string): Reader {
    return (value, path, note) =>
        typeof value === "string" ? value : refuse(value, path, "is not a string", remedy, note);
}

function readObject(remedy: string, readers: Readonly<Record<string, Reader>>): Reader {
    return (value, path, note) =>
        isRecord(value)
            ? readFields(value, readers, path, note)
            : refuse(value, path, "is not an object", remedy, note);
}

function readTexts(value: unknown, path: string, note: Note): unknown {
    const remedy = "Give an array of strings.";
    if (!Array.isArray(value)) {
        return refuse(value, path, "is not an array", remedy, note);
    }
    return (value as unknown[]).filter((entry, index) => {
        if (typeof entry !== "string") {
            note({ path: `${path}[${index}]`, reason: "is not a string", remedy });
        }
        return typeof entry === "string";
    });
}

/** A value that is no string stays: its name can still be judged. */
function readRecord(value: unknown, path: string, note: Note): unknown {
    const remedy = "Give an object whose values are strings.";
    if (!isRecord(value)) {
        return refuse(value, path, "is not an object", remedy, note);
    }
    if (!Object.values(value).every((entry) => typeof entry === "string")) {
        note({ path, reason: "holds a value that is not a string", remedy });
    }
    return value;
}

/** Objects with texts in them: some must be there, some stay where they are no texts. */
function readList(
    remedy: string,
    required: readonly string[],
    optional: readonly string[] = [],
): Reader {
    return (value, path, note) => {
        if (!Array.isArray(value)) {
            return refuse(value, path, "is not an array", remedy, note);
        }
        return (value as unknown[]).filter((entry, index) => {
            const at = `${path}[${index}]`;
            if (!isRecord(entry) || !required.every((name) => typeof entry[name] === "string")) {
                return note({ path: at, reason: "cannot be read", remedy });
            }
            for (const name of optional) {
                if (!["string", "undefined"].includes(typeof entry[name])) {
                    note({ path: `${at}.${name}`, reason: "is not a string", remedy });
                }
            }
            return true;
        });
    };
}

function refuse(value: unknown, path: string, reason: string, remedy: string, note: Note): void {
    note({ path, reason: value === UNKNOWN_PART ? "is not known yet" : reason, remedy });
}
