import { type PlaintextReading, readScript, UNKNOWN_PART } from "../../core";
import { type JsonContext, listJsonPlaintext, listJsonText, parseJson } from "./json-text";

/**
 * Lists what a text shows that is passed to a target: JSON, or a text of any kind, with
 * placeholders such as `<instance>`, which JSON needs no quotes for.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 */
export function listTargetText(text: unknown, context: JsonContext): PlaintextReading {
    if (typeof text !== "string" || text === UNKNOWN_PART) {
        return listJsonText(text, context);
    }
    const document = parseJson(text) ?? parseJson(quotePlaceholders(text));
    if (document !== undefined) {
        const replaced: JsonContext = { ...context, isReplaced: isPlaceholder };
        return { plaintext: listJsonPlaintext(document, replaced), findings: [] };
    }
    if (/^\s*[[{]/.test(text)) {
        return listJsonText(text, context);
    }
    const words = readScript(text).map(({ name, value }) => ({
        place: "argument" as const,
        path: context.path,
        name: isPlaceholder(value) ? "" : name,
        value,
        remedy: context.remedy(name, "setting"),
    }));
    return { plaintext: words, findings: [] };
}

function isPlaceholder(value: string): boolean {
    return /^<[\w.-]{1,256}>$/.test(value);
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
