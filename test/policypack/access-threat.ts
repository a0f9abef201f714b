import type { Change } from "./access-threats-edits";

/** What is said: the policy, its level, and the logical name of the resource. */
export type Said = readonly [policy: string, level: string, resource: string];

/** What a message offers: a statement to add, to write in place of another, or words alone. */
export type Offer = "statement" | "words";

/** Something that may go wrong with the rights of a service, and all that the pack says of it. */
export interface AccessThreat {
    /** Completes "somebody …". */
    readonly name: string;
    /** Which of the two services: the article's, or the one whose secret is under a key. */
    readonly of: "article" | "keyed";
    /**
     * When it is seen.
     * @default - once the program has run
     */
    readonly mode?: "preview";
    /**
     * What is right, and otherwise than the component makes it, before the change.
     * @default - as the component makes it
     */
    readonly before?: Change;
    readonly change: Change;
    readonly says: readonly Said[];
    readonly offers: Offer;
    /**
     * What remains to be said once the printed statements are written.
     * @default - nothing
     */
    readonly remains?: readonly Said[];
}

export const DECRYPT: Said = ["ecs-execution-role-require-kms-decrypt", "mandatory", "web-task"];
export const READ: Said = ["ecs-execution-role-require-secret-access", "mandatory", "web-task"];
export const TRUST: Said = ["ecs-execution-role-require-trust", "mandatory", "web-execution-role"];
export const MISPLACED: Said = ["ecs-task-role-no-injected-secret-access", "advisory", "web-task"];
export const NO_ROLE: Said = [
    "ecs-task-definition-require-execution-role",
    "mandatory",
    "web-task",
];
export const REFERENCES: Said = [
    "ecs-task-definition-require-valid-references",
    "mandatory",
    "web-task",
];
export const WILDCARD: Said = [
    "iam-role-policy-no-wildcard-secret-access",
    "mandatory",
    "web-execution-policy",
];
export const KEY: Said = [
    "secretsmanager-secret-require-usable-key",
    "mandatory",
    "web-secret-database",
];
export const STALE: Said = ["ecs-service-require-redeployment", "advisory", "web-service"];

/** The same, as one line on what cannot be known. */
export const unknown = ([policy]: Said, resource = "web-execution-role"): Said => [
    policy,
    "advisory",
    resource,
];

/** A row of the article's service. */
export const article = (name: string, change: Change, says: readonly Said[], offers: Offer) => ({
    name,
    of: "article" as const,
    change,
    says,
    offers,
});

/** A row of the service whose secret is under a customer managed key. */
export const keyed = (name: string, change: Change, says: readonly Said[], offers: Offer) => ({
    name,
    of: "keyed" as const,
    change,
    says,
    offers,
});
