import type { PolicyResource } from "@pulumi/policy";
import { parseArn } from "../../core";
import { readText, readTexts } from "./decode";
import { hasText, isRole, knownText, sourcesOf, TYPES, type StackModel } from "./model";

/** A role that a task definition names, or why it cannot be told. */
export type TaskRole =
    | { readonly kind: "role"; readonly role: PolicyResource }
    | { readonly kind: "none" }
    | { readonly kind: "outside"; readonly arn?: string };

/** Which of its two roles a task definition names: Amazon ECS reads secrets with the first. */
export type RoleProperty = "executionRoleArn" | "taskRoleArn";

/** Finds a role of a task definition among the resources of the stack. */
export function findRole(
    model: StackModel,
    task: PolicyResource,
    property: RoleProperty = "executionRoleArn",
): TaskRole {
    const reading = readText(task.props, property);
    if (reading.kind === "absent" || (reading.kind === "known" && reading.text === "")) {
        return { kind: "none" };
    }
    const role = model.referred(task, property, [TYPES.role], ["arn"]);
    if (role) {
        return { kind: "role", role };
    }
    if (reading.kind === "unknown") {
        return { kind: "outside" };
    }
    const named = findByNameInArn(model, TYPES.role, reading.text);
    return named ? { kind: "role", role: named } : { kind: "outside", arn: reading.text };
}

/**
 * A role or policy by the name in its ARN, while its own ARN is not known: what a resource is made
 * of is known before it is created, and the ARN of one that is created is in what refers to it.
 */
export function findByNameInArn(
    model: StackModel,
    type: string,
    arn: string,
): PolicyResource | undefined {
    const named = model.find(type, ["name"], nameInArn(arn) ?? "");
    return named && knownText(named, "arn") === undefined ? named : undefined;
}

/** The ARN of a role, while that is known. */
export function roleArnOf(role: TaskRole): string | undefined {
    if (role.kind !== "role") {
        return role.kind === "outside" ? role.arn : undefined;
    }
    return knownText(role.role, "arn");
}

/** The resources of a type that give the role something, by its name or by where that comes from. */
export function listOfRole(
    model: StackModel,
    role: TaskRole,
    type: string,
    property = "role",
): readonly PolicyResource[] {
    if (role.kind === "role") {
        const refer = (from: PolicyResource) => model.roleOf(from, property);
        return model.referring(type, role.role, `${type} ${property}`, refer);
    }
    const name = role.kind === "outside" ? nameInArn(role.arn) : undefined;
    return name === undefined
        ? []
        : model.ofType(type).filter((resource) => hasText(resource, property, name));
}

/** Whether a property of a resource, a list of roles, names the role. */
export function isAmongRoles(resource: PolicyResource, role: TaskRole): boolean {
    const readings = readTexts(resource.props, "roles");
    if (role.kind !== "role") {
        const name = role.kind === "outside" ? nameInArn(role.arn) : undefined;
        return readings.some((one) => one.kind === "known" && one.text === name);
    }
    const sources = sourcesOf(resource, "roles");
    return readings.some((reading) =>
        reading.kind === "known"
            ? isRole(role.role, reading.text)
            : sources.some((source) => source.urn === role.role.urn),
    );
}

/** A policy names a role of another stack by its name, which stands behind the path in its ARN. */
function nameInArn(arn: string | undefined): string | undefined {
    return parseArn(arn ?? "")
        ?.resource.split("/")
        .at(-1);
}
