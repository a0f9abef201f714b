/** A statement as it is written into a policy document. */
export interface RenderedStatement {
    readonly Sid: string;
    readonly Effect: "Allow";
    readonly Action: string | readonly string[];
    readonly Resource: readonly string[];
    readonly Condition?: Conditions;
}

/** A `Condition` block: by operator and condition key the accepted values. */
export type Conditions = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** A policy document, ready to be written as JSON. */
export interface RenderedDocument<Statement = RenderedStatement> {
    readonly Version: "2012-10-17";
    readonly Statement: readonly Statement[];
}

/** Writes a statement that allows an action, or several, on resources. */
export function renderStatement(
    sid: string,
    action: string | readonly string[],
    resources: readonly string[],
): RenderedStatement {
    return { Sid: sid, Effect: "Allow", Action: action, Resource: resources };
}

/** Writes a document of statements. */
export function renderDocument<Statement>(
    statements: readonly Statement[],
): RenderedDocument<Statement> {
    return { Version: "2012-10-17", Statement: statements };
}

/**
 * Writes a text so that `Resource` takes it literally, for keys of S3 objects may hold anything.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#policy-vars-specialchars
 */
export function escapeResource(text: string): string {
    return text.replace(/[*?]|\$(?=\{)/g, (char) => `\${${char}}`);
}

/** Writes a text so that `StringEquals`, which knows variables but no wildcards, takes it literally. */
export function escapeText(text: string): string {
    return text.replace(/\$(?=\{)/g, "${$}");
}
