import type { PolicyResource } from "@pulumi/policy";
import { parseNamedPolicy, type NamedPolicy } from "../../core";
import { isUnknownText, readDocument } from "./decode";
import { givenPolicies } from "./given-policies";
import { sourcesOf } from "./model";

/** Why what a role itself lists is not relied on beside resources that give it policies. */
export const MAY_BE_OLDER =
    "the role's own list is AWS's echo beside resources, and may be older than they are";

/** A policy, and where it comes from. */
export interface RolePolicy {
    readonly policy: NamedPolicy;
    /** The resources that its document is computed from, as far as it is not known yet. */
    readonly sources: readonly PolicyResource[];
    /** The resource that holds its document, if it is one of its own. */
    readonly resource?: PolicyResource;
}

interface Parsed {
    readonly name: string;
    readonly text: string;
    readonly policy: NamedPolicy;
}

/** Several policies of the pack read the same documents, and each of them for every task. */
const PARSED = new WeakMap<object, Parsed>();

/** Reads the policy document in a property, under the name by which explanations speak of it. */
export function readPolicy(
    name: string,
    { props }: { props: object },
    property: string,
): NamedPolicy {
    const reading = readDocument(props, property);
    if (reading.kind !== "known") {
        return pendingPolicy(name, "its document is not known yet");
    }
    const { text } = reading;
    const known = PARSED.get(props);
    if (known?.name === name && known.text === text) {
        return known.policy;
    }
    const policy = parseNamedPolicy(name, text, isUnknownText);
    PARSED.set(props, { name, text, policy });
    return policy;
}

/** A policy that is known once the program has run. */
export function pendingPolicy(name: string, why: string): NamedPolicy {
    return { name, kind: "unknown", why, isPending: true };
}

/** Reads the policy that a resource is. */
export function ofResource(resource: PolicyResource, sources = sourcesOf(resource, "policy")) {
    return { policy: readPolicy(resource.name, resource, "policy"), sources, resource };
}

/** Whether the program itself gives a resource a policy: AWS fills it in from nothing otherwise. */
export function hasOwnPolicy(resource: PolicyResource): boolean {
    const { kind } = readDocument(resource.props, "policy");
    const isComputed = sourcesOf(resource, "policy").length > 0;
    return (
        kind === "known" || (kind === "unknown" && (isComputed || givenPolicies.has(resource.urn)))
    );
}
