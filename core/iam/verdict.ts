/** Why access is allowed. */
export const ALLOW_REASONS = [
    /** A statement of an identity policy allows it. */
    "identity-policy",
    /** The key policy names the role or everybody. */
    "key-policy",
    /** The key policy leaves it to the account, and an identity policy allows it. */
    "key-policy-and-identity-policy",
    /** A grant of the key gives it to the role. */
    "grant",
    /** A grant gives it to a role of another account, and an identity policy there allows it. */
    "grant-and-identity-policy",
    /** The policy of a resource names the role, everybody or the service. */
    "resource-policy",
    /** The resource's policy lets another account, and an identity policy there allows it. */
    "resource-policy-and-identity-policy",
    /** The trust policy names the service. */
    "trust-policy",
] as const;

/** One of {@link ALLOW_REASONS}. */
export type AllowReason = (typeof ALLOW_REASONS)[number];

/** Why access is denied. */
export const DENY_REASONS = [
    /** A Deny statement applies. */
    "explicit-deny",
    /** No statement allows it. */
    "no-allow",
    /** The key policy neither names the role nor leaves it to the account. */
    "key-policy",
    /** The key policy leaves it to the account, and no identity policy allows it. */
    "key-policy-leaves-it-to-identity-policies",
    /** A statement allows it, and the permissions boundary does not. */
    "permissions-boundary",
    /** The resource is of another account, and its policy lets neither the role nor its account. */
    "resource-policy",
] as const;

/** One of {@link DENY_REASONS}. */
export type DenyReason = (typeof DENY_REASONS)[number];

/** Why neither can be said. */
export const UNDETERMINED_REASONS = [
    /** It would be allowed, but for a Deny that may apply. */
    "possible-deny",
    /** A statement may allow it. */
    "possible-allow",
    /** No known statement allows it, but a policy that is not known may. */
    "unknown-policy",
    /** It depends on a key policy that is not known. */
    "unknown-key-policy",
    /** It would be allowed, but for a permissions boundary that may not allow it. */
    "permissions-boundary",
    /** The resource is, or may be, of another account, and has no policy that could say more. */
    "other-account",
] as const;

/** One of {@link UNDETERMINED_REASONS}. */
export type UndeterminedReason = (typeof UNDETERMINED_REASONS)[number];

/** The answer to an access request, with an explanation for a person. */
export type Verdict = Allowed | Denied | Undetermined;

/** Access is certain. */
export interface Allowed {
    readonly answer: "allowed";
    readonly reason: AllowReason;
    readonly explanation: string;
    /** The name of the policy that decided. */
    readonly policy?: string;
    /** The Sid of the statement that decided, if it has one. */
    readonly sid?: string;
}

/** It is certain that there is no access. */
export interface Denied {
    readonly answer: "denied";
    readonly reason: DenyReason;
    readonly explanation: string;
    /** The statements that nearly allowed it, and what they lack. */
    readonly nearMisses: string[];
}

/** It depends on what is not known. */
export interface Undetermined {
    readonly answer: "undetermined";
    readonly reason: UndeterminedReason;
    readonly explanation: string;
    /** What would have to be known. */
    readonly missing: string[];
    /** Whether all of it is known once the program has run, and it may then be allowed. */
    readonly isPending: boolean;
}
