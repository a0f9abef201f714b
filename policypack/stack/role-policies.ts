import type { PolicyResource } from "@pulumi/policy";
import { readList, readText } from "./decode";
import { listOfRole, type ExecutionRole } from "./execution-role";
import { listManagedPolicies } from "./managed-policies";
import { hasText, sourcesOf, TYPES, type StackModel } from "./model";
import { MAY_BE_OLDER, ofResource, readPolicy, type RolePolicy } from "./policy-document";

/** All policies of the stack that give a role its rights. */
export function listRolePolicies(model: StackModel, role: ExecutionRole): RolePolicy[] {
    const inline = listOfRole(model, role, TYPES.rolePolicy);
    return [
        ...inline.map(ofResource),
        ...(role.kind === "role" ? listOwnInlinePolicies(role.role, inline) : []),
        ...listManagedPolicies(model, role),
    ];
}

/**
 * What the role itself says of its inline policies, apart from those that are resources. Where the
 * program gives no list AWS fills it in: it is unknown then, and computed from nothing.
 */
function listOwnInlinePolicies(role: PolicyResource, given: PolicyResource[]): RolePolicy[] {
    const name = "in the role itself";
    const own = readList(role.props, "inlinePolicies");
    if (own === "unknown") {
        const why = "its document is not known yet";
        const hasSources = sourcesOf(role, "inlinePolicies").length > 0;
        return hasSources ? [{ policy: { name, kind: "unknown", why }, isPending: true }] : [];
    }
    return own
        .filter((entry) => {
            const its = readText(entry, "name");
            return its.kind !== "known" || !given.some((one) => hasText(one, "name", its.text));
        })
        .map((entry) =>
            given.length > 0
                ? { policy: { name, kind: "unknown", why: MAY_BE_OLDER }, isPending: false }
                : readPolicy(name, { props: entry }, "policy"),
        );
}
