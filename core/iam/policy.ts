import { parsePolicyDocument, type PolicyDocument } from "./document";

/** A policy under the name by which explanations speak of it. */
export type NamedPolicy = KnownPolicy | UnknownPolicy;

/** A policy whose document is known, at least in part. */
export interface KnownPolicy {
    readonly name: string;
    readonly kind: "document";
    readonly document: PolicyDocument;
}

/** A policy whose document is not known. */
export interface UnknownPolicy {
    readonly name: string;
    readonly kind: "unknown";
    /** Why it is not known: a phrase for a person. */
    readonly why: string;
    /**
     * Whether it is known once the program has run.
     * @default false
     */
    readonly isPending?: boolean;
}

/**
 * Parses a document into a named policy. A malformed document makes an unknown policy: AWS
 * refuses it, so that whatever the role will have in its place is not in the program.
 */
export function parseNamedPolicy(
    name: string,
    input: unknown,
    isUnknown?: (text: string) => boolean,
): NamedPolicy {
    const { document, findings } = parsePolicyDocument(input, isUnknown);
    if (document) {
        return { name, kind: "document", document };
    }
    const [first] = findings;
    const where = first.path === "" ? "" : `${first.path}: `;
    return { name, kind: "unknown", why: `its document is malformed: ${where}${first.reason}` };
}
