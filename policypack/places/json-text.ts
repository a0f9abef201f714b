import { type Place, type Plaintext, readJson } from "../../core";

/** What all that a document says has in common. */
export interface JsonContext {
    /** The property that holds the document, for a person. */
    readonly path: string;
    /** What to do about a secret in it; the name is empty where the text has none. */
    readonly remedy: (name: string, place: Place) => string;
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
    return readJson(document).map(({ name, value, path }) => {
        const place = placeOf(path);
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
