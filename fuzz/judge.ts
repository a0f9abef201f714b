import {
    findPlaintextSecrets,
    parseContainerDefinitions,
    readContainerPlaintext,
    readEnvFile,
    readJson,
    readScript,
    readWords,
    type Assignment,
    type Finding,
    type Plaintext,
} from "../core";

/** How a hostile text reaches the detector. */
export const WAYS = [
    "variable",
    "definitions",
    "script",
    "words",
    "file",
    "json",
    "reference",
] as const;

/** One of the ways. */
export type Way = (typeof WAYS)[number];

const REMEDY = "Inject it.";

/**
 * Judges a hostile text as the policies would.
 *
 * @throws If anything on the way throws, or if a value, or a part of it, stands in a message.
 */
export function judgeHostile(way: Way, name: string, text: string): void {
    const { plaintext, findings } = read(way, name, text);
    const values = plaintext
        .map((one) => one.value ?? "")
        .concat(way === "definitions" ? [] : [text])
        .filter((value) => isTelling(value, plaintext));
    const secrets = findPlaintextSecrets(plaintext);
    for (const { reason, remedy } of [...secrets, ...findings] as Finding[]) {
        const leaked = values.find((value) => `${reason} ${remedy}`.includes(value));
        if (leaked !== undefined) {
            throw new Error(`a value of ${leaked.length} characters stands in a message`);
        }
    }
}

function read(way: Way, name: string, text: string) {
    switch (way) {
        case "definitions": {
            const { definitions, findings } = parseContainerDefinitions(text);
            const reading = readContainerPlaintext(definitions);
            return { ...reading, findings: [...findings, ...reading.findings] };
        }
        case "variable":
            return found([{ name, value: text }]);
        case "reference":
            return found([{ name: "", value: text }]);
        case "script":
            return found(readScript(text));
        case "words":
            return found(readWords(text.split("\u0000")));
        case "file":
            return found(readEnvFile(text));
        case "json":
            return found(readJson(parse(text)));
    }
}

function found(assignments: readonly Assignment[]) {
    const plaintext = assignments.map(({ name, value }): Plaintext => ({
        place: "environment",
        path: "environment",
        name,
        value,
        remedy: REMEDY,
    }));
    return { plaintext, findings: [] as Finding[] };
}

function parse(text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return text;
    }
}

/** Whether the value could not stand in a message by chance: our own words hold no such text. */
function isTelling(value: string, plaintext: readonly Plaintext[]): boolean {
    return (
        value.length >= 8 &&
        /\d/.test(value) &&
        !plaintext.some(({ name, container = "", path }) =>
            `${name}\n${container}\n${path}`.includes(value),
        )
    );
}
