/** An AWS managed policy as it was on a day. */
export interface ManagedPolicyEntry {
    /** What follows `policy/` in its ARN. */
    readonly path: string;
    /** The version of AWS that is recorded, and the day that AWS made it. */
    readonly version: string;
    readonly date: string;
    readonly source: string;
    readonly statements: readonly Readonly<Record<string, unknown>>[];
    /**
     * The services of whose actions `statements` says all that the policy says. Of the actions of
     * other services an excerpt says nothing: whether the policy allows them is not known.
     * @default - all services
     */
    readonly completeFor?: readonly string[];
}

/**
 * The services that keep what Amazon ECS injects, and the keys that it is encrypted with: for these
 * an excerpt is complete.
 */
export const STORES: readonly string[] = ["kms", "s3", "secretsmanager", "ssm"];

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

/** Makes an entry of a policy of which only what concerns some services is recorded. */
export function excerpt(
    path: string,
    version: string,
    date: string,
    completeFor: readonly string[],
    statements: ManagedPolicyEntry["statements"],
): ManagedPolicyEntry {
    return { ...entry(path, version, date, statements), completeFor };
}

/** A statement that allows actions on resources. */
export function allow(actions: readonly string[], resources: readonly string[] = ["*"]) {
    return { Effect: "Allow", Action: actions, Resource: resources };
}
