import { type PlaintextReading, readScript, UNKNOWN_PART } from "../../core";
import { type JsonContext, listJsonPlaintext, listJsonText, parseJson } from "./json-text";
import { isRequestToken } from "./request-token";

/**
 * Lists what a text shows that is passed to a target: JSON, or a text of any kind, with
 * placeholders such as `<instance>`, which JSON needs no quotes for.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function listTargetText(text: unknown, context: JsonContext): PlaintextReading {
    if (typeof text !== "string" || text === UNKNOWN_PART) {
        return listJsonText(text, context);
    }
    const document = parseJson(renamePlaceholders(quotePlaceholders(text)));
    if (document !== undefined) {
        const isReplaced = (_value: string, name: string) => isRequestToken(name);
        return { plaintext: listJsonPlaintext(document, { ...context, isReplaced }), findings: [] };
    }
    if (/^\s*[[{]/.test(text)) {
        return listJsonText(text, context);
    }
    const words = readScript(renamePlaceholders(text)).map(({ name, value }) => ({
        place: "argument" as const,
        path: context.path,
        name,
        value,
        remedy: context.remedy(name, "setting"),
    }));
    return { plaintext: words, findings: [] };
}

/** Writes placeholders as everybody writes a reference, so that they are read as such. */
function renamePlaceholders(text: string): string {
    return text.replace(/<([\w.-]{1,256})>/g, "${$1}");
}

/** Quotes what stands for a value outside of every text: a placeholder, a part not known yet. */
function quotePlaceholders(template: string): string {
    const parts: string[] = [];
    let isText = false;
    let written = 0;
    for (let at = 0; at < template.length; at++) {
        const sign = template[at];
        if (sign === "\\" && isText) {
            at++;
        } else if (sign === '"') {
            isText = !isText;
        } else if (!isText && (sign === "<" || sign === UNKNOWN_PART)) {
            const end = sign === "<" ? template.indexOf(">", at) : at;
            if (end < 0) {
                break;
            }
            parts.push(template.slice(written, at), JSON.stringify(template.slice(at, end + 1)));
            at = end;
            written = end + 1;
        }
    }
    return parts.join("") + template.slice(written);
}
