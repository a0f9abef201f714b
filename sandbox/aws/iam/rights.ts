import {
    evaluateIdentity,
    parseNamedPolicy,
    type AccessRequest,
    type NamedPolicy,
    type Verdict,
} from "../../../core";
import type { Account } from "../account";
import { findManagedPolicy } from "./managed-policies";
import { listRoles } from "./roles";

/** A role as an ARN names it, with everything that gives it rights. */
export interface RoleRights {
    readonly name: string;
    readonly arn: string;
    readonly trust: NamedPolicy;
    readonly identity: readonly NamedPolicy[];
    /** The policy that limits what the others allow. */
    readonly boundary?: NamedPolicy;
}

/** Finds the role of an ARN. */
export function findRole(account: Account, arn: string): RoleRights | undefined {
    const role = listRoles(account).find((candidate) => candidate.arn === arn);
    return (
        role && {
            name: role.name,
            arn: role.arn,
            trust: parseNamedPolicy("the trust policy", role.assumeRolePolicy),
            identity: [
                ...Object.entries(role.inline).map(([name, json]) => parseNamedPolicy(name, json)),
                ...role.attached.map((attached) => findManagedPolicy(account, attached)),
            ],
            ...(role.boundary !== undefined && {
                boundary: findManagedPolicy(account, role.boundary),
            }),
        }
    );
}

/** What may keep a role from something: its policies, or the boundary that limits them. */
export interface RoleVerdict {
    readonly verdict: Verdict;
    readonly by: "identity-based policy" | "permissions boundary";
}

/**
 * Evaluates what a role may do: its policies and its permissions boundary must both allow.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html
 */
export function evaluateRole(
    role: RoleRights,
    request: Pick<AccessRequest, "action" | "resource"> & Partial<Pick<AccessRequest, "context">>,
): RoleVerdict {
    const asked = { principalArn: role.arn, context: {}, ...request };
    const verdict = evaluateIdentity(asked, role.identity);
    if (verdict.answer !== "allowed" || role.boundary === undefined) {
        return { verdict, by: "identity-based policy" };
    }
    return { verdict: evaluateIdentity(asked, [role.boundary]), by: "permissions boundary" };
}
