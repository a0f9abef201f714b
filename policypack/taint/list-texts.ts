import { detectSecret } from "../../core";
import { TYPES } from "../stack/model";
import type { HeldSecret } from "./held-secrets";

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
export function listSecretTexts(type: string, held: readonly HeldSecret[]): string[] {
    return held.flatMap(({ path, value }) => {
        if (typeof value !== "string") {
            return listNamedTexts(value);
        }
        const document = parseDocument(value);
        return document === undefined
            ? [value].filter((text) => text.length <= LONGEST)
            : STORED.includes(`${type} ${path.join(".")}`)
              ? listNamedTexts(document)
              : [];
    });
}

/**
 * The texts of a value of the stack's config: those whose names read as credentials, and the rest.
 * The engine gives a pack all config in clear, and does not say what of it is secret.
 */
export function listConfigTexts(
    key: string,
    value: string,
): { readonly named: readonly string[]; readonly unnamed: readonly string[] } {
    const document = parseDocument(value);
    if (document !== undefined) {
        return { named: listNamedTexts(document), unnamed: [] };
    }
    const name = key.slice(key.indexOf(":") + 1);
    return detectSecret("setting", name, value).verdict === "secret"
        ? { named: [value], unnamed: [] }
        : { named: [], unnamed: [value] };
}

/** Parses a text that is a JSON object or array. */
function parseDocument(text: string): unknown {
    if (!/^\s*[[{]/.test(text)) {
        return undefined;
    }
    try {
        return JSON.parse(text) as unknown;
    } catch {
        return undefined;
    }
}

/** The texts under names that read as credentials; without recursion, for documents of any depth. */
function listNamedTexts(document: unknown): string[] {
    const found: string[] = [];
    const open: unknown[] = [document];
    while (open.length > 0) {
        const value = open.pop();
        if (typeof value !== "object" || value === null) {
            continue;
        }
        for (const [name, field] of Object.entries(value)) {
            if (typeof field !== "string") {
                open.push(field);
            } else if (detectSecret("setting", name, field).verdict === "secret") {
                found.push(field);
            }
        }
    }
    return found;
}
