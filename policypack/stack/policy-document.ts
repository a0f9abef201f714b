import type { PolicyResource } from "@pulumi/policy";
import { parseNamedPolicy, type KeyPolicy, type NamedPolicy } from "../../core";
import { isUnknownText, readDocument } from "./decode";
import { hasText, sourcesOf, TYPES, type StackModel } from "./model";

/** Why what a role itself lists is not relied on beside resources that give it policies. */
export const MAY_BE_OLDER =
    "the role's own list is AWS's echo beside resources, and may be older than they are";

/** Reads the policy document in a property, under the name by which explanations speak of it. */
export function readPolicy(
    name: string,
    { props }: { props: object },
    property: string,
): NamedPolicy {
    const reading = readDocument(props, property);
    return reading.kind === "known"
        ? parseNamedPolicy(name, reading.text, isUnknownText)
        : { name, kind: "unknown", why: "its document is not known yet" };
}

/** The policy of a key of the stack: its own, or the one that a resource gives it later. */
export function readKeyPolicy(model: StackModel, key: PolicyResource): KeyPolicy {
    const holder = policyHolder(model, key);
    return readDocument(holder.props, "policy").kind === "absent"
        ? "default"
        : readPolicy("of the key", holder, "policy");
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

/** The key of the stack that a property refers to, by its ARN or id. */
export function findKey(
    model: StackModel,
    from: PolicyResource,
    property: string,
): PolicyResource | undefined {
    return model.referred(from, property, TYPES.key, (candidate, text) =>
        ["arn", "keyId"].some((name) => hasText(candidate, name, text)),
    );
}
