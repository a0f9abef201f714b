import type { PolicyResource } from "@pulumi/policy";
import type { NamedPolicy } from "../../core";
import { readList, readText } from "./decode";
import { listManagedPolicies } from "./managed-policies";
import { hasText, sourcesOf, TYPES, type StackModel } from "./model";
import { MAY_BE_OLDER, readPolicy } from "./policy-document";

/** The task execution role of a task definition, or why it cannot be told. */
export type ExecutionRole =
    | { readonly kind: "role"; readonly role: PolicyResource }
    | { readonly kind: "none" }
    | { readonly kind: "outside"; readonly arn?: string };

/** Finds the task execution role among the resources of the stack. */
export function findExecutionRole(model: StackModel, task: PolicyResource): ExecutionRole {
    const reading = readText(task.props, "executionRoleArn");
    if (reading.kind === "absent") {
        return { kind: "none" };
    }
    const role = model.referred(task, "executionRoleArn", TYPES.role, (candidate, arn) =>
        hasText(candidate, "arn", arn),
    );
    if (role) {
        return { kind: "role", role };
    }
    return reading.kind === "known" ? { kind: "outside", arn: reading.text } : { kind: "outside" };
}

/** All policies that give a role of the stack its rights. */
export function listRolePolicies(model: StackModel, role: PolicyResource): NamedPolicy[] {
    const inline = listInlinePolicies(model, role);
    return [
        ...inline.map((policy) => readPolicy(policy.name, policy, "policy")),
        ...listOwnInlinePolicies(role, inline),
        ...listManagedPolicies(model, role),
    ];
}

/** The inline policies of a role that are resources of the stack. */
export function listInlinePolicies(model: StackModel, role: PolicyResource): PolicyResource[] {
    return model
        .ofType(TYPES.rolePolicy)
        .filter((policy) => model.roleOf(policy)?.urn === role.urn);
}

/**
 * What the role itself says of its inline policies, apart from those that are resources. Where the
 * program gives no list AWS fills it in: it is unknown then, and computed from nothing.
 */
function listOwnInlinePolicies(role: PolicyResource, given: PolicyResource[]): NamedPolicy[] {
    const name = "in the role itself";
    const own = readList(role.props, "inlinePolicies");
    if (own === "unknown") {
        const why = "its document is not known yet";
        const hasSources = sourcesOf(role, "inlinePolicies").length > 0;
        return hasSources ? [{ name, kind: "unknown", why }] : [];
    }
    return own
        .filter((entry) => {
            const its = readText(entry, "name");
            return its.kind !== "known" || !given.some((one) => hasText(one, "name", its.text));
        })
        .map((entry) =>
            given.length > 0
                ? { name, kind: "unknown", why: MAY_BE_OLDER }
                : readPolicy(name, { props: entry }, "policy"),
        );
}
