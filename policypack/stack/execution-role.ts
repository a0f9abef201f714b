import type { PolicyResource } from "@pulumi/policy";
import { parseArn } from "../../core";
import { readText, readTexts } from "./decode";
import { hasText, isRole, sourcesOf, TYPES, type StackModel } from "./model";

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

/** The ARN of a role, while that is known. */
export function roleArnOf(role: ExecutionRole): string | undefined {
    if (role.kind !== "role") {
        return role.kind === "outside" ? role.arn : undefined;
    }
    const reading = readText(role.role.props, "arn");
    return reading.kind === "known" ? reading.text : undefined;
}

/** The resources of a type that give the role something, by its name or by where that comes from. */
export function listOfRole(model: StackModel, role: ExecutionRole, type: string): PolicyResource[] {
    const name = role.kind === "outside" ? outsideName(role.arn) : undefined;
    return model
        .ofType(type)
        .filter((resource) =>
            role.kind === "role"
                ? model.roleOf(resource)?.urn === role.role.urn
                : name !== undefined && hasText(resource, "role", name),
        );
}

/** Whether an attachment names the role among several. */
export function isAmongRoles(attachment: PolicyResource, role: ExecutionRole): boolean {
    const readings = readTexts(attachment.props, "roles");
    if (role.kind !== "role") {
        const name = role.kind === "outside" ? outsideName(role.arn) : undefined;
        return readings.some((one) => one.kind === "known" && one.text === name);
    }
    const sources = sourcesOf(attachment, "roles");
    return readings.some((reading) =>
        reading.kind === "known"
            ? isRole(role.role, reading.text)
            : sources.some((source) => source.urn === role.role.urn),
    );
}

/** A policy names a role of another stack by its name, which stands behind the path in its ARN. */
function outsideName(arn: string | undefined): string | undefined {
    return parseArn(arn ?? "")
        ?.resource.split("/")
        .at(-1);
}
