import { detectSecret } from "../../core";
import { parseJson } from "../places/json-text";
import { TYPES } from "../stack/model";
import type { HeldSecret } from "./held-secrets";

/** A text, and whether its name says that it is a credential. */
export interface NamedText {
    readonly text: string;
    readonly isCredential: boolean;
}

/** The properties whose texts are stored as secrets: JSON in them holds credentials by name. */
const STORED: readonly string[] = [
    `${TYPES.secretVersion} secretString`,
    `${TYPES.parameter} value`,
];

/** The longest text that is remembered: longer ones are documents. */
const LONGEST = 8_192;

/**
 * Lists the secret texts among what Pulumi holds secret in a resource. Of a document only those
 * whose names read as credentials count: a policy that is held secret for the sake of one ARN is
 * full of words that are none.
 */
export function listSecretTexts(type: string, held: readonly HeldSecret[]): NamedText[] {
    return held.flatMap(({ path, value }) => {
        const document = typeof value === "string" ? parseDocument(value) : value;
        if (typeof value === "string" && document === undefined) {
            const name = path.filter((part) => !/^\d+$/.test(part)).at(-1) ?? "";
            return value.length <= LONGEST ? [nameText(name, value)] : [];
        }
        const isRead = typeof value !== "string" || STORED.includes(`${type} ${path.join(".")}`);
        return isRead ? listCredentials(document) : [];
    });
}

/** Lists the texts of a value of the stack's config; of a document, its credentials. */
export function listConfigTexts(key: string, value: string): NamedText[] {
    const document = parseDocument(value);
    return document === undefined
        ? [nameText(key.slice(key.indexOf(":") + 1), value)]
        : listCredentials(document);
}

function nameText(name: string, text: string): NamedText {
    return { text, isCredential: detectSecret("setting", name, text).verdict === "secret" };
}

/** Parses a text that is a JSON object or array. */
function parseDocument(text: string): unknown {
    return /^\s*[[{]/.test(text) ? parseJson(text) : undefined;
}

/** The texts whose names read as credentials; without recursion, for documents of any depth. */
function listCredentials(document: unknown): NamedText[] {
    const found: NamedText[] = [];
    const open: unknown[] = [document];
    while (open.length > 0) {
        const value = open.pop();
        if (typeof value !== "object" || value === null) {
            continue;
        }
        for (const [name, field] of Object.entries(value)) {
            if (typeof field === "string") {
                found.push(nameText(name, field));
            } else {
                open.push(field);
            }
        }
    }
    return found.filter(({ isCredential }) => isCredential);
}
