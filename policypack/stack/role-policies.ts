import type { PolicyResource } from "@pulumi/policy";
import {
    managedPolicyDocument,
    parseNamedPolicy,
    type KeyPolicy,
    type NamedPolicy,
} from "../../core";
import { isUnknownText, readDocument, readList, readText } from "./decode";
import { hasText, sourcesOf, TYPES, type StackModel } from "./model";

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
        ...listAttachments(model, role).map(readAttachment),
    ];
}

/** The inline policies of a role that are resources of the stack. */
export function listInlinePolicies(model: StackModel, role: PolicyResource): PolicyResource[] {
    return model.ofType(TYPES.rolePolicy).filter((policy) => belongsTo(model, policy, role));
}

/** The policy of a key of the stack. */
export function readKeyPolicy(key: PolicyResource): KeyPolicy {
    const reading = readDocument(key.props, "policy");
    return reading.kind === "absent" ? "default" : readPolicy("of the key", key, "policy");
}

function listAttachments(model: StackModel, role: PolicyResource): PolicyResource[] {
    return model
        .ofType(TYPES.rolePolicyAttachment)
        .filter((attachment) => belongsTo(model, attachment, role));
}

function belongsTo(model: StackModel, resource: PolicyResource, role: PolicyResource): boolean {
    const owner = model.referred(resource, "role", TYPES.role, (candidate, text) =>
        ["name", "id", "arn"].some((property) => hasText(candidate, property, text)),
    );
    return owner?.urn === role.urn;
}

/** What the role itself says of its inline policies, apart from those that are resources. */
function listOwnInlinePolicies(role: PolicyResource, known: PolicyResource[]): NamedPolicy[] {
    const own = readList(role.props, "inlinePolicies");
    if (own === "unknown") {
        return [];
    }
    return own
        .filter((entry) => {
            const name = readText(entry, "name");
            return name.kind !== "known" || !known.some((one) => hasText(one, "name", name.text));
        })
        .map((entry) => readPolicy("in the role itself", { props: entry }, "policy"));
}

function readAttachment(attachment: PolicyResource): NamedPolicy {
    const reading = readText(attachment.props, "policyArn");
    if (reading.kind === "known") {
        return managedPolicyDocument(reading.text);
    }
    const [source] = sourcesOf(attachment, "policyArn");
    const why = "its ARN is not known yet";
    return { name: source?.name ?? attachment.name, kind: "unknown", why };
}

function readPolicy(name: string, { props }: { props: object }, property: string): NamedPolicy {
    const reading = readDocument(props, property);
    return reading.kind === "known"
        ? parseNamedPolicy(name, reading.text, isUnknownText)
        : { name, kind: "unknown", why: "its document is not known yet" };
}
