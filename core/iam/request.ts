/**
 * The values of a condition key, or that they are not known. An empty list says that the key is
 * certainly absent; that matters for the keys that AWS fills in by itself ({@link RUN_TIME_KEYS}).
 */
export type ContextValue = readonly string[] | "unknown";

/** A question to the evaluator: may this principal do this to that? */
export interface AccessRequest {
    /** For example `secretsmanager:GetSecretValue`. */
    readonly action: string;
    /** The complete ARN of one resource, or `unknown` while it is not known. */
    readonly resource: string;
    /**
     * The ARN of the role.
     * @default - not known
     */
    readonly principalArn?: string;
    /**
     * The tags of the role.
     * @default - not known
     */
    readonly principalTags?: Readonly<Record<string, string>> | "unknown";
    /**
     * The condition keys. A key that is not here is absent from the request, but for those that
     * AWS fills in by itself. A key that ends in `*` speaks for all keys that begin so and are
     * not here themselves, for example `aws:ResourceTag/*`.
     */
    readonly context: Readonly<Record<string, ContextValue>>;
}

/** What {@link AccessRequest.resource} says while the ARN is not known. */
export const UNKNOWN_RESOURCE = "unknown";

/** Writes a request for a person to read. */
export function formatRequest({ action, resource }: AccessRequest): string {
    const on = resource === UNKNOWN_RESOURCE ? "a resource whose ARN is not known yet" : resource;
    return `${action} on ${on}`;
}
