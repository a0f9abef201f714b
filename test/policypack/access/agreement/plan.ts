import type { Fragment } from "./fragments";

/** A policy document, with marks for the ARNs; absent where there is none. */
export interface Document {
    readonly Version: string;
    readonly Statement: readonly Fragment[];
}

/** A grant on a key. */
export interface Grant {
    readonly grantee: "<role>" | "<other-role>";
    readonly operations: readonly string[];
    readonly constraint?: Readonly<Record<string, unknown>>;
}

/** Something that a task injects, with all that is said of it. */
export interface Injection {
    readonly store: "secretsmanager" | "ssm";
    readonly where: "here" | "another region" | "another account";
    readonly key: "default" | "managed alias" | "own" | "alias";
    readonly reference: "arn" | "json key" | "stage" | "partial" | "name";
    /** Statements of the role. */
    readonly read: readonly Fragment[];
    readonly decrypt: readonly Fragment[];
    /** Policies of the secret and of its key, and whether these are resources of their own. */
    readonly secretPolicy: Document | null;
    readonly keyPolicy: Document | null;
    readonly hasPolicyResources: boolean;
    readonly grants: readonly Grant[];
}

/** How a role has its policies. */
export const HOLDERS = [
    "rolePolicy",
    "rolePolicies",
    "policiesExclusive",
    "inlinePolicies",
    "attachments",
    "managedPolicyArns",
    "policyAttachment",
    "attachmentsExclusive",
] as const;

/** A stack with one task. */
export interface Plan {
    readonly injections: readonly Injection[];
    /** Where the references are: in a container, its log driver, or that of Service Connect. */
    readonly place: "secrets" | "secretOptions" | "service connect";
    readonly holder: (typeof HOLDERS)[number];
    readonly version: string;
    readonly trust: readonly Fragment[];
    readonly boundary: Document | null;
    readonly hasRole: boolean;
    readonly hasStandardPolicy: boolean;
}
