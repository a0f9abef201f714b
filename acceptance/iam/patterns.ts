import { PRINCIPAL_TAGS } from "./world";

/** What of AWS's patterns is said in a regular expression. */
export interface PatternReading {
    /** Signs that are no wildcards stand for themselves. */
    readonly escapesSigns: boolean;
    /** `?` stands for any one character. */
    readonly knowsAnyOne: boolean;
    /** In the first five parts of an ARN only a `*` at the end of a part reaches beyond its colon. */
    readonly keepsToSegments: boolean;
    /** What has fewer parts than an ARN, and does not end in `*`, covers nothing. */
    readonly requiresParts: boolean;
    /** Variables are replaced by what they stand for. */
    readonly replacesVariables: boolean;
}

const LEADING_PARTS = 5;
const NEVER = "(?!)";

/**
 * Writes a pattern of AWS for moto, which replaces `*` by `.*` and takes the rest for a regular
 * expression of Python. Source: https://docs.python.org/3/library/re.html
 */
export function renderPattern(text: string, reading: PatternReading): string {
    if (reading.requiresParts && !hasAllParts(text)) {
        return NEVER;
    }
    let colons = 0;
    let isNever = false;
    const pieces = text.split(/(\$\{[^}]*\}|[*?:])/);
    const rendered = pieces.map((piece, index) => {
        const isLeading = reading.keepsToSegments && colons < LEADING_PARTS;
        // Between two separators that meet there is an empty text.
        const next = pieces.slice(index + 1).find((one) => one !== "");
        switch (piece) {
            case "*":
                return isLeading && next !== ":" && next !== undefined ? "[^:]{0,}" : "*";
            case "?":
                return reading.knowsAnyOne ? (isLeading ? "[^:]" : ".") : "?";
            case ":":
                colons++;
                return ":";
            default: {
                if (!reading.replacesVariables || !piece.startsWith("${")) {
                    return reading.escapesSigns ? escapeSigns(piece) : piece;
                }
                const value = valueOf(piece.slice(2, -1));
                isNever ||= value === undefined;
                return escapeSigns(value ?? "");
            }
        }
    });
    return isNever ? NEVER : rendered.join("");
}

function hasAllParts(text: string): boolean {
    const parts = text.replace(/\$\{[^}]*\}/g, "").split(":");
    return parts.length > LEADING_PARTS || text.endsWith("*");
}

function valueOf(variable: string): string | undefined {
    const [, tag] = /^aws:PrincipalTag\/(.+)$/.exec(variable) ?? [];
    return tag === undefined
        ? ["*", "?", "$"].find((sign) => sign === variable)
        : PRINCIPAL_TAGS[tag];
}

/** As numbers, for of a sign with a backslash moto would still see the sign. */
function escapeSigns(text: string): string {
    return text.replace(
        /[^A-Za-z0-9/:_-]/g,
        (sign) => `\\x${sign.charCodeAt(0).toString(16).padStart(2, "0")}`,
    );
}
