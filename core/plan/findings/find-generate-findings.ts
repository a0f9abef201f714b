import type { Finding } from "../../finding";
import { joinPath } from "../shape/shape";
import type { GenerateDescription } from "./description";

/** The kinds of characters that a password may hold, and what leaves them out. */
const KINDS = [
    ["excludeLowercase", "abcdefghijklmnopqrstuvwxyz"],
    ["excludeUppercase", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"],
    ["excludeNumbers", "0123456789"],
    ["excludePunctuation", "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"],
] as const;

/**
 * Finds what AWS would not generate a password with.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html
 */
export function findGenerateFindings(generate: GenerateDescription, path: string): Finding[] {
    return [...findPasswordFindings(generate, path), ...findJsonFindings(generate, path)];
}

function findPasswordFindings(generate: GenerateDescription, path: string): Finding[] {
    const { passwordLength: length = 32, excludeCharacters: excluded = "" } = generate;
    const kinds = KINDS.filter(([exclude]) => generate[exclude] !== true);
    const characters =
        kinds.map(([, all]) => all).join("") + (generate.includeSpace === true ? " " : "");
    const isKnown = typeof excluded === "string";
    if (isKnown && ![...characters].some((one) => !excluded.includes(one))) {
        const remedy = "Leave one of the exclude properties out.";
        return [{ path, reason: "leaves no character for the password", remedy }];
    }
    if (typeof length !== "number") {
        return [];
    }
    const at = joinPath(path, "passwordLength");
    if (length < 1 || length > 4096) {
        const remedy = "Give a number from 1 to 4096.";
        return [{ path: at, reason: "is no length of a password", remedy }];
    }
    const isEach = (generate.requireEachIncludedType ?? true) === true;
    const reason = `is too short for one character of each of ${kinds.length} kinds`;
    const remedy = "Give a greater length, or requireEachIncludedType false.";
    return isEach && length < kinds.length ? [{ path: at, reason, remedy }] : [];
}

function findJsonFindings({ jsonKey, jsonValue }: GenerateDescription, path: string): Finding[] {
    const keyPath = joinPath(path, "jsonKey");
    if (jsonKey === "") {
        return [{ path: keyPath, reason: "is empty", remedy: "Leave jsonKey out, or fill it." }];
    }
    if (jsonKey === undefined && jsonValue !== undefined) {
        const reason = "is missing, and jsonValue has no place for the password without it";
        return [{ path: keyPath, reason, remedy: "Give the key of the password." }];
    }
    const isTaken = typeof jsonKey === "string" && Object.hasOwn(jsonValue ?? {}, jsonKey);
    const reason = "is a key of jsonValue already";
    return isTaken
        ? [{ path: keyPath, reason, remedy: "Remove it from jsonValue: the password goes there." }]
        : [];
}
