import type { PolicyResource } from "@pulumi/policy";
import { parseArn, parseNamedPolicy, type KeyPolicy, type NamedPolicy } from "../../core";
import { isUnknownText, readDocument, readText } from "./decode";
import { hasText, sourcesOf, TYPES, type StackModel } from "./model";

/** Why what a role itself lists is not relied on beside resources that give it policies. */
export const MAY_BE_OLDER =
    "the role's own list is AWS's echo beside resources, and may be older than they are";

/** A policy, and where it comes from. */
export interface RolePolicy {
    readonly policy: NamedPolicy;
    /** Whether nothing is known of it now, and all will be once the stack is deployed. */
    readonly isPending: boolean;
    /** The resource that holds its document, if it is one of its own. */
    readonly resource?: PolicyResource;
}

/** Reads the policy document in a property, under the name by which explanations speak of it. */
export function readPolicy(
    name: string,
    { props }: { props: object },
    property: string,
): RolePolicy {
    const reading = readDocument(props, property);
    return reading.kind === "known"
        ? { policy: parseNamedPolicy(name, reading.text, isUnknownText), isPending: false }
        : {
              policy: { name, kind: "unknown", why: "its document is not known yet" },
              isPending: reading.kind === "unknown",
          };
}

/** Reads the policy that a resource is. */
export function ofResource(resource: PolicyResource): RolePolicy {
    return { ...readPolicy(resource.name, resource, "policy"), resource };
}

/** The policy of a key of the stack: its own, or the one that a resource gives it later. */
export function readKeyPolicy(model: StackModel, key: PolicyResource): KeyPolicy {
    const holder = policyHolder(model, key);
    return readDocument(holder.props, "policy").kind === "absent"
        ? "default"
        : readPolicy("of the key", holder, "policy").policy;
}

/** Whether the program gives a key no policy: AWS fills it in, unknown at first, from nothing. */
export function hasDefaultPolicy(model: StackModel, key: PolicyResource): boolean {
    const holder = policyHolder(model, key);
    const { kind } = readDocument(holder.props, "policy");
    return kind === "absent" || (kind === "unknown" && sourcesOf(holder, "policy").length === 0);
}

function policyHolder(model: StackModel, key: PolicyResource): PolicyResource {
    const later = model
        .ofType(TYPES.keyPolicy)
        .find((candidate) => findKey(model, candidate, "keyId")?.urn === key.urn);
    return later ?? key;
}

/** The key of the stack that a property refers to: by its ARN or id, or by an alias of the stack. */
export function findKey(
    model: StackModel,
    from: PolicyResource,
    property: string,
): PolicyResource | undefined {
    const alias = findAlias(model, from, property);
    return findKeyItself(model, from, property) ?? (alias && keyOf(model, alias));
}

/** The key that a resource is, or that it is an alias of. */
export function keyOf(model: StackModel, resource: PolicyResource): PolicyResource | undefined {
    return resource.type === TYPES.alias
        ? findKeyItself(model, resource, "targetKeyId")
        : resource.type === TYPES.key
          ? resource
          : undefined;
}

/** The ARN of the key that a property refers to, while that is known. */
export function findKeyArn(
    model: StackModel,
    from: PolicyResource,
    property: string,
): string | undefined {
    const key = findKey(model, from, property);
    const alias = findAlias(model, from, property);
    const reading = key
        ? readText(key.props, "arn")
        : alias
          ? readText(alias.props, "targetKeyArn")
          : readText(from.props, property);
    const isKeyArn =
        reading.kind === "known" && parseArn(reading.text)?.resource.startsWith("key/");
    return isKeyArn ? reading.text : undefined;
}

function findKeyItself(model: StackModel, from: PolicyResource, property: string) {
    return model.referred(from, property, TYPES.key, (candidate, text) =>
        ["arn", "keyId"].some((name) => hasText(candidate, name, text)),
    );
}

function findAlias(model: StackModel, from: PolicyResource, property: string) {
    return model.referred(from, property, TYPES.alias, (candidate, text) =>
        ["arn", "name"].some((name) => hasText(candidate, name, text)),
    );
}
