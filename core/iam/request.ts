/**
 * The values of a condition key, or that they are not known: never, or until the program has run.
 * An empty list says that the key is certainly absent; that matters for the keys that AWS fills in
 * by itself ({@link RUN_TIME_KEYS}).
 */
export type ContextValue = readonly string[] | "unknown" | "pending";

/** A question to the evaluator: may this principal do this to that? */
export interface AccessRequest {
    /** For example `secretsmanager:GetSecretValue`. */
    readonly action: string;
    /** The complete ARN of one resource, {@link UNKNOWN_RESOURCE} or {@link PENDING}. */
    readonly resource: string;
    /**
     * The ARN of the role, `unknown` or {@link PENDING}.
     * @default - not known
     */
    readonly principalArn?: string;
    /**
     * The tags of the role.
     * @default - not known
     */
    readonly principalTags?: Readonly<Record<string, string>> | "unknown" | "pending";
    /**
     * The condition keys. A key that is not here is absent from the request, but for those that
     * AWS fills in by itself. A key that ends in `*` speaks for all keys that begin so and are
     * not here themselves, for example `aws:ResourceTag/*`.
     */
    readonly context: Readonly<Record<string, ContextValue>>;
}

/** What {@link AccessRequest.resource} says while the ARN is not known, and no run will tell it. */
export const UNKNOWN_RESOURCE = "unknown";

/** What stands for an ARN or a context value that is known once the program has run. */
export const PENDING = "pending";

/** Whether a text stands for what is not known, and of which kind that is. */
export function openKind(text: string | undefined): "unknown" | "pending" | undefined {
    return text === PENDING
        ? "pending"
        : text === undefined || text === UNKNOWN_RESOURCE
          ? "unknown"
          : undefined;
}

/** Writes a request for a person to read. */
export function formatRequest({ action, resource }: AccessRequest): string {
    const isKnown = openKind(resource) === undefined;
    return `${action} on ${isKnown ? resource : "a resource whose ARN is not known yet"}`;
}
