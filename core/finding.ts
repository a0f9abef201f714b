/** Something that is wrong with what was given, told so that the reader can mend it. */
export interface Finding {
    /** Where: the path of the property, for example `containers.web.secrets.API_KEY`. */
    readonly path: string;
    /** What is wrong. Names and references may stand here, a value never. */
    readonly reason: string;
    /** What to do about it. */
    readonly remedy: string;
}

/** Puts findings into a fixed order: by path, then by reason, then by remedy. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
    return [...findings].sort(
        (a, b) =>
            compare(a.path, b.path) || compare(a.reason, b.reason) || compare(a.remedy, b.remedy),
    );
}

/** Compares by code unit, so that the order does not depend on anybody's locale. */
export function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
