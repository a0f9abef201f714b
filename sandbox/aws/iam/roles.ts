import type { Account } from "../account";
import { refuseMalformedIdentity } from "../policy-refusal";
import { AwsError, type Tags } from "../resource-type";
import { findManagedPolicy } from "./managed-policies";

/** A role as the simulated IAM keeps it. */
export interface Role {
    readonly name: string;
    readonly arn: string;
    readonly uniqueId: string;
    readonly assumeRolePolicy: string;
    /** The inline policies by their names. */
    readonly inline: Readonly<Record<string, string>>;
    /** The ARNs of the managed policies. */
    readonly attached: readonly string[];
    /** The ARN of the policy that limits what the others allow. */
    readonly boundary?: string;
    readonly description: string;
    readonly tags: Tags;
}

/** All inline policies of a role together may hold this many characters, white space aside. */
const MAX_INLINE_CHARACTERS = 10_240;

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
const MAX_ATTACHED = 10;

/** The roles by their names. */
export const roles = (account: Account) => account.collection<Role>("iam-roles");

/** All roles. */
export const listRoles = (account: Account) => roles(account).list();

/** The role of a name, or the refusal of an operation on one that does not exist. */
export function requireRole(account: Account, operation: string, name: string): Role {
    const found = roles(account).get(name);
    if (!found) {
        const message = `The role with name ${name} cannot be found.`;
        throw new AwsError(`IAM: ${operation}`, "NoSuchEntity", message);
    }
    return found;
}

/** The role with inline policies put to those that it has, or the refusal of one of them. */
export function withInline(role: Role, added: Readonly<Record<string, string>>): Role {
    const inline = { ...role.inline, ...added };
    Object.values(added).forEach((policy) => refuseMalformedIdentity("PutRolePolicy", policy));
    const characters = Object.values(inline).join("").replace(/\s/g, "").length;
    if (characters > MAX_INLINE_CHARACTERS) {
        const message = `Maximum policy size of ${MAX_INLINE_CHARACTERS} bytes exceeded for role ${role.name}`;
        throw new AwsError("IAM: PutRolePolicy", "LimitExceeded", message);
    }
    return { ...role, inline };
}

/** The role with managed policies attached to those that it has, or the refusal of one of them. */
export function withAttached(account: Account, role: Role, added: readonly string[]): Role {
    added.forEach((arn) => requireManagedPolicy(account, "AttachRolePolicy", arn));
    const attached = [...new Set([...role.attached, ...added])].sort();
    if (attached.length > MAX_ATTACHED) {
        const message = `Cannot exceed quota for PoliciesPerRole: ${MAX_ATTACHED}`;
        throw new AwsError("IAM: AttachRolePolicy", "LimitExceeded", message);
    }
    return { ...role, attached };
}

/** Refuses an operation with a managed policy that is not there. */
export function requireManagedPolicy(account: Account, operation: string, arn: string): void {
    if (findManagedPolicy(account, arn).kind === "unknown") {
        const message = `Policy ${arn} does not exist or is not attachable.`;
        throw new AwsError(`IAM: ${operation}`, "NoSuchEntity", message);
    }
}

/** The principal that a task is when it acts with its execution role. */
export function assumedRoleArn(account: Account, roleName: string, session: string): string {
    return `arn:${account.partition}:sts::${account.id}:assumed-role/${roleName}/${session}`;
}
