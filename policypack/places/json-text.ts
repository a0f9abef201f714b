import {
    formatName,
    hasUnknownPart,
    isCredential,
    onceByName,
    type Place,
    type Plaintext,
    type PlaintextReading,
    readJson,
    UNKNOWN_PART,
} from "../../core";
import { unread } from "./variables";

/** What all that a document says has in common. */
export interface JsonContext {
    /** The property that holds the document, for a person. */
    readonly path: string;
    /** What to do about a secret in it; the name is empty where the text has none. */
    readonly remedy: (name: string, place: Place) => string;
    /**
     * Whether the name of a text says nothing of it: the service puts something in its place, or
     * calls so what is no credential.
     *
     * @default - every name counts
     */
    readonly isReplaced?: (value: string, name: string) => boolean;
}

/** Lists what a property shows that is the text of a JSON document. */
export function listJsonText(text: unknown, context: JsonContext): PlaintextReading {
    return listDocument(text, context.path, (document) => ({
        plaintext: listJsonPlaintext(document, context),
        findings: [],
    }));
}

/** Lists what a property shows whose text is a JSON document with a form of its own. */
export function listDocument(
    text: unknown,
    path: string,
    list: (document: unknown, json: string) => PlaintextReading,
): PlaintextReading {
    if (typeof text !== "string" || text === UNKNOWN_PART) {
        return unread(text, { path }, "it is not JSON");
    }
    const document = parseJson(text);
    // What is not known yet may be what is missing.
    return document === undefined
        ? unread(hasUnknownPart(text) ? UNKNOWN_PART : {}, { path }, "it is not JSON")
        : list(document, text);
}

/** Parses JSON; `undefined` for a text that is none. */
export function parseJson(text: string): unknown {
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return undefined;
    }
}

/** Lists every text of a parsed JSON document under the name that it has there. */
export function listJsonPlaintext(document: unknown, context: JsonContext): Plaintext[] {
    const { isReplaced = () => false, remedy } = context;
    const within = onceByName(formatPath);
    return readJson(withoutReferences(document)).map(({ name: written, value, path }) => {
        const place = placeOf(path);
        const name = isReplaced(value, written) ? "" : written;
        return {
            place,
            path: path === "" ? context.path : `${context.path}: ${within(path)}`,
            name,
            value,
            remedy: remedy(name, place),
        };
    });
}

/**
 * Takes out what AWS CodeBuild reads from a store: the value names the entry there.
 * Source: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_EnvironmentVariable.html
 */
function withoutReferences(document: unknown): unknown {
    // A list of its own, since documents nest deeper than calls may.
    const open = [document];
    while (open.length > 0) {
        const one = open.pop();
        if (typeof one !== "object" || one === null) {
            continue;
        }
        const fields = one as Record<string, unknown>;
        const type = fields.Type ?? fields.type;
        if (type === "SECRETS_MANAGER" || type === "PARAMETER_STORE") {
            delete fields.Value;
            delete fields.value;
        }
        for (const field of Object.values(fields)) {
            open.push(field);
        }
    }
    return document;
}

/** The overrides of a task say by their field what a text in them is. */
function placeOf(path: string): Place {
    const fields = path.toLowerCase().split(/[.[\]]+/);
    return fields.includes("environment")
        ? "environment"
        : fields.includes("command") || fields.includes("entrypoint")
          ? "argument"
          : "setting";
}

/** The most keys that one credential with dots in it looks like: a JWE has five parts. */
const MOST_PARTS = 5;

/** Keys are what somebody chose, and may be a credential by mistake. */
function formatPath(path: string): string {
    const keys = path.split(".");
    const shown: string[] = [];
    for (let at = 0; at < keys.length;) {
        let parts = Math.min(MOST_PARTS, keys.length - at);
        while (parts > 1 && !isCredential(keys.slice(at, at + parts).join("."))) {
            parts--;
        }
        shown.push(formatName(keys.slice(at, at + parts).join(".")));
        at += parts;
    }
    return shown.join(".");
}
