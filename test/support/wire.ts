/** Properties as they travel between program, engine and pack: plain JSON with two kinds of mark. */
export type Wire = Record<string, unknown>;

/** What stands for a value that is not known during preview. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const SIGNATURE = "4dabf18193072939515e22adb298388d";
const SECRET = "1b47061264138c4ac30d75fd1eb44270";

/** A value marked as secret. */
export function secretOf(value: unknown): Wire {
    return { [SIGNATURE]: SECRET, value };
}

/** Whether a value is marked as secret. */
export function isSecretMark(value: unknown): value is { value: unknown } {
    return typeof value === "object" && value !== null && (value as Wire)[SIGNATURE] === SECRET;
}

/** A place where a text occurs, and whether it stands under a mark there. */
export interface Occurrence {
    readonly path: string;
    readonly isMarked: boolean;
}

/** Finds all places where a text occurs, in keys and in values. */
export function findText(value: unknown, text: string, path = "", isMarked = false): Occurrence[] {
    if (typeof value === "string") {
        return value.includes(text) ? [{ path, isMarked }] : [];
    }
    if (isSecretMark(value)) {
        return findText(value.value, text, path, true);
    }
    if (typeof value !== "object" || value === null) {
        return [];
    }
    return Object.entries(value).flatMap(([key, entry]) => {
        const at = path === "" ? key : `${path}.${key}`;
        const inKey = key.includes(text) ? [{ path: at, isMarked }] : [];
        return [...inKey, ...findText(entry, text, at, isMarked)];
    });
}
