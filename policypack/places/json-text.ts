import { type Finding, type Place, type Plaintext, type PlaintextReading } from "../../core";
import { readJson, UNKNOWN_PART } from "../../core";

/** What all that a document says has in common. */
export interface JsonContext {
    /** The property that holds the document, for a person. */
    readonly path: string;
    /** What to do about a secret in it; the name is empty where the text has none. */
    readonly remedy: (name: string, place: Place) => string;
    /**
     * Whether the service itself puts something in place of a text, so that no name counts for it.
     *
     * @default - no text is replaced
     */
    readonly isReplaced?: (value: string, name: string) => boolean;
}

/** Lists what a property shows that is the text of a JSON document. */
export function listJsonText(text: unknown, context: JsonContext): PlaintextReading {
    if (typeof text !== "string") {
        return { plaintext: [], findings: [] };
    }
    const isUnknown = text === UNKNOWN_PART;
    const document = isUnknown ? undefined : parseJson(text);
    return document === undefined
        ? { plaintext: [], findings: [isUnknown ? unknownText(context) : noJson(context)] }
        : { plaintext: listJsonPlaintext(document, context), findings: [] };
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
    const isReplaced = context.isReplaced ?? (() => false);
    return readJson(document).map(({ name: written, value, path }) => {
        const place = placeOf(path);
        const name = isReplaced(value, written) ? "" : written;
        const within = path.endsWith(name) ? path.slice(0, path.length - name.length) : path;
        return {
            place,
            path: joinPath(context.path, within.replace(/\.$/, "")),
            name,
            value,
            remedy: context.remedy(name, place),
        };
    });
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

function joinPath(property: string, within: string): string {
    return within === "" ? property : `${property}: ${within}`;
}

function unknownText({ path }: JsonContext): Finding {
    const remedy = "It is judged at update, before anything changes.";
    return { path, reason: "is not known yet", remedy };
}

function noJson({ path }: JsonContext): Finding {
    return { path, reason: "is not JSON", remedy: "Give the text of a JSON document." };
}
