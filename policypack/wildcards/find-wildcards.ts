import type { PolicyResource } from "@pulumi/policy";
import { findBreadths, MANAGED_POLICIES, SECRET_KINDS, type Breadth } from "../../core";
import type { StackModel } from "../stack/model";
import type { RolePolicy } from "../stack/policy-document";
import { listRolePolicies } from "../stack/role-policies";
import type { EcsRole } from "./ecs-roles";
import { writeNarrowStatements } from "./narrow-statements";

/** A policy that allows a role of tasks to read all secrets, parameters or keys. */
export interface Wildcard {
    /** The resource to mend. */
    readonly urn: string;
    readonly message: string;
}

/** Finds the statements that allow the roles of tasks to read all secrets, parameters or keys. */
export function findWildcards(model: StackModel, ecsRoles: readonly EcsRole[]): Wildcard[] {
    return listPolicies(model, ecsRoles).flatMap(
        ({ policy: { policy, resource }, holder, roles }) => {
            const breadths = policy.kind === "document" ? findBreadths(policy.document) : [];
            const isOfAws = resource === undefined && isAwsManaged(policy.name);
            const parts =
                isOfAws && breadths.length > 0 ? [breadths] : breadths.map((one) => [one]);
            const names = roles.map(({ name }) => name).join(", ");
            return parts.map((all) => {
                const kinds = SECRET_KINDS.filter((kind) =>
                    all.some((one) => one.kinds.includes(kind)),
                );
                const where = isOfAws
                    ? `the AWS managed policy ${policy.name}`
                    : `statement ${all[0].statement} of the policy ${policy.name}`;
                const what = all.map(({ allows }) => allows).join(" and ");
                const instead = writeNarrowStatements(model, roles, kinds);
                const message = `${where} (role ${names}) allows ${what}, which is ${listed(kinds)}${formatConditions(all)}. ${isOfAws ? "Detach it, and write" : "Write"} instead: ${instead}`;
                return { urn: holder.urn, message };
            });
        },
    );
}

interface HeldPolicy {
    readonly policy: RolePolicy;
    readonly holder: PolicyResource;
    readonly roles: EcsRole[];
}

/** The policies of all roles of tasks; one that is a resource is listed once, with all its roles. */
function listPolicies(model: StackModel, ecsRoles: readonly EcsRole[]): HeldPolicy[] {
    const shared = new Map<string, HeldPolicy>();
    return ecsRoles.flatMap((role) =>
        listRolePolicies(model, role.role).flatMap((policy) => {
            const { resource } = policy;
            const known = resource && shared.get(resource.urn);
            if (known) {
                known.roles.push(...(known.roles.includes(role) ? [] : [role]));
                return [];
            }
            const held = { policy, holder: resource ?? role.nearest, roles: [role] };
            if (resource) {
                shared.set(resource.urn, held);
            }
            return [held];
        }),
    );
}

function isAwsManaged(name: string): boolean {
    return MANAGED_POLICIES.some(({ path }) => path.split("/").at(-1) === name);
}

function listed(kinds: readonly string[]): string {
    const all = kinds.map((kind) => `all ${kind}`);
    return [all.slice(0, -1).join(", "), ...all.slice(-1)].filter(Boolean).join(" and ");
}

function formatConditions(breadths: readonly Breadth[]): string {
    const keys = [...new Set(breadths.flatMap(({ conditionKeys }) => conditionKeys))];
    return keys.length > 0 ? `: its conditions (${keys.join(", ")}) name none of them` : "";
}
