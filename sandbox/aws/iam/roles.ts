import { managedPolicyDocument, parseNamedPolicy, type NamedPolicy } from "../../../core";
import type { Account } from "../account";
import { refuseMalformedIdentity } from "../policy-refusal";
import { AwsError } from "../resource-type";

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
}

/** All inline policies of a role together may hold this many characters, white space aside. */
const MAX_INLINE_CHARACTERS = 10_240;

/** The roles by their names. */
export const roles = (account: Account) => account.collection<Role>("iam-roles");

/** All roles. */
export const listRoles = (account: Account) => roles(account).list();

/** A role as an ARN names it, with everything that gives it rights. */
export interface RoleRights {
    readonly name: string;
    readonly trust: NamedPolicy;
    readonly identity: readonly NamedPolicy[];
}

/** Finds the role of an ARN. */
export function findRole(account: Account, arn: string): RoleRights | undefined {
    const role = listRoles(account).find((candidate) => candidate.arn === arn);
    return (
        role && {
            name: role.name,
            trust: parseNamedPolicy("the trust policy", role.assumeRolePolicy),
            identity: [
                ...Object.entries(role.inline).map(([name, json]) => parseNamedPolicy(name, json)),
                ...role.attached.map(managedPolicyDocument),
            ],
        }
    );
}

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
export function withAttached(role: Role, added: readonly string[]): Role {
    const unknown = added.find((arn) => managedPolicyDocument(arn).kind === "unknown");
    if (unknown !== undefined) {
        const message = `Policy ${unknown} does not exist or is not attachable.`;
        throw new AwsError("IAM: AttachRolePolicy", "NoSuchEntity", message);
    }
    return { ...role, attached: [...new Set([...role.attached, ...added])].sort() };
}

/** The principal that a task is when it acts with its execution role. */
export function assumedRoleArn(account: Account, roleName: string, session: string): string {
    return `arn:${account.partition}:sts::${account.id}:assumed-role/${roleName}/${session}`;
}
