import type { PolicyResource } from "@pulumi/policy";
import { readList, readText, readTexts } from "./decode";
import { listOfRole, type TaskRole } from "./execution-role";
import { listManagedPolicies } from "./managed-policies";
import { hasText, sourcesOf, TYPES, type StackModel } from "./model";
import {
    MAY_BE_OLDER,
    ofResource,
    pendingPolicy,
    readPolicy,
    type RolePolicy,
} from "./policy-document";

/** All policies of the stack that give a role its rights. */
export function listRolePolicies(model: StackModel, role: TaskRole): RolePolicy[] {
    const inline = listOfRole(model, role, TYPES.rolePolicy);
    const [exclusive] = listOfRole(model, role, TYPES.rolePoliciesExclusive, "roleName") as [
        PolicyResource?,
    ];
    return [
        ...inline.map((policy) => keptBy(exclusive, ofResource(policy))),
        ...(role.kind === "role" ? listOwnInlinePolicies(role.role, inline) : []),
        ...listManagedPolicies(model, role),
    ];
}

/**
 * A `RolePoliciesExclusive` takes away every inline policy that it does not list, whenever it runs.
 * Source: https://www.pulumi.com/registry/packages/aws/api-docs/iam/rolepoliciesexclusive/
 */
function keptBy(exclusive: PolicyResource | undefined, own: RolePolicy): RolePolicy {
    const { resource } = own;
    const listed = exclusive && readTexts(exclusive.props, "policyNames");
    const mayBeListed = listed?.some(
        (name) => name.kind !== "known" || (resource && hasText(resource, "name", name.text)),
    );
    const why = `${exclusive?.name ?? ""} (RolePoliciesExclusive) takes it away, for it does not list its name`;
    return mayBeListed === false && resource && readText(resource.props, "name").kind === "known"
        ? { ...own, policy: { name: own.policy.name, kind: "unknown", why } }
        : own;
}

/**
 * What the role itself says of its inline policies, apart from those that are resources. Where the
 * program gives no list AWS fills it in: it is unknown then, and computed from nothing.
 */
function listOwnInlinePolicies(
    role: PolicyResource,
    given: readonly PolicyResource[],
): RolePolicy[] {
    const name = "in the role itself";
    const own = readList(role.props, "inlinePolicies");
    const sources = sourcesOf(role, "inlinePolicies");
    if (own === "unknown") {
        const policy = pendingPolicy(name, "its document is not known yet");
        return sources.length > 0 ? [{ policy, sources }] : [];
    }
    return own
        .filter((entry) => {
            const its = readText(entry, "name");
            return its.kind !== "known" || !given.some((one) => hasText(one, "name", its.text));
        })
        .map((entry) =>
            given.length > 0
                ? { policy: { name, kind: "unknown", why: MAY_BE_OLDER }, sources: [] }
                : { policy: readPolicy(name, { props: entry }, "policy"), sources },
        );
}
