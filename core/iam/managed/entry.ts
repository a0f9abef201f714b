/** An AWS managed policy as it was on a day. */
export interface ManagedPolicyEntry {
    /** What follows `policy/` in its ARN. */
    readonly path: string;
    /** The version of AWS that is recorded, and the day that AWS made it. */
    readonly version: string;
    readonly date: string;
    readonly source: string;
    readonly statements: readonly Readonly<Record<string, unknown>>[];
}

const REFERENCE = "https://docs.aws.amazon.com/aws-managed-policy/latest/reference";

/** Makes an entry; AWS documents every managed policy under its name. */
export function entry(
    path: string,
    version: string,
    date: string,
    statements: ManagedPolicyEntry["statements"],
): ManagedPolicyEntry {
    const source = `${REFERENCE}/${path.split("/").at(-1)}.html`;
    return { path, version, date, source, statements };
}

/** A statement that allows actions on resources. */
export function allow(actions: readonly string[], resources: readonly string[] = ["*"]) {
    return { Effect: "Allow", Action: actions, Resource: resources };
}
