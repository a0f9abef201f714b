import {
    evaluateAccess,
    evaluateIdentity,
    parseNamedPolicy,
    type AccessRequest,
    type NamedPolicy,
    type ResourceSide,
    type Verdict,
} from "../../../core";
import type { Account } from "../account";
import type { Tags } from "../resource-type";
import { findManagedPolicy } from "./managed-policies";
import { completeRequest, type RoleRequest } from "./request-context";
import { listRoles } from "./roles";

/** A role as an ARN names it, with everything that gives it rights. */
export interface RoleRights {
    readonly name: string;
    readonly arn: string;
    readonly uniqueId: string;
    readonly tags: Tags;
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
            uniqueId: role.uniqueId,
            tags: role.tags,
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

/** The kinds of policy that AWS names when it refuses. */
export type BlamedPolicy =
    "identity-based policy" | "permissions boundary" | "resource-based policy";

/** Whether a role may do something, and what keeps it from it. */
export interface RoleVerdict {
    readonly verdict: Verdict;
    /** Absent where it may, and where nobody can say. */
    readonly by?: BlamedPolicy;
}

/**
 * Evaluates what a session of a role may do: by its policies, its permissions boundary, and what the
 * resource itself says.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluateRole(
    role: RoleRights,
    session: string,
    asked: RoleRequest,
    resource: ResourceSide = { kind: "none" },
): RoleVerdict {
    const { identity, boundary } = role;
    const request = completeRequest(role, session, asked);
    const verdict = evaluateAccess(request, {
        identity,
        ...(boundary && { boundary }),
        resource,
    });
    return verdict.answer === "denied"
        ? { verdict, by: blame(verdict.reason, role, request) }
        : { verdict };
}

/** Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html */
function blame(
    reason: Extract<Verdict, { answer: "denied" }>["reason"],
    { identity, boundary }: RoleRights,
    request: AccessRequest,
): BlamedPolicy {
    switch (reason) {
        case "explicit-deny":
            return denies(request, identity)
                ? "identity-based policy"
                : boundary && denies(request, [boundary])
                  ? "permissions boundary"
                  : "resource-based policy";
        case "key-policy":
        case "resource-policy":
            return "resource-based policy";
        case "permissions-boundary":
            return "permissions boundary";
        default:
            return "identity-based policy";
    }
}

function denies(request: AccessRequest, policies: readonly NamedPolicy[]): boolean {
    const verdict = evaluateIdentity(request, policies);
    return verdict.answer === "denied" && verdict.reason === "explicit-deny";
}
