import type { PolicyResource } from "@pulumi/policy";
import { COMPONENT_TYPES, compare } from "../../core";
import { toClassic } from "./classic";
import { readText, type Reading } from "./decode";
import { TYPES } from "./types";

export { BUCKET_TYPES, KEY_TYPES, TYPES } from "./types";

/** The properties by which other resources name a role. */
const NAMES_OF_ROLE = ["name", "id", "arn"] as const;

/**
 * All resources of a stack, in the order of their URNs: the engine sends them in any order. Those of
 * aws-native are here as @pulumi/aws would have them. What is looked for often is found by an index.
 */
export class StackModel {
    readonly resources: readonly PolicyResource[];
    private readonly byType = new Map<string, PolicyResource[]>();
    private readonly byText = new Map<string, Map<string, PolicyResource>>();
    private readonly lists = new Map<string, Map<string, PolicyResource[]>>();

    constructor(resources: readonly PolicyResource[]) {
        this.resources = toClassics(resources).sort((a, b) => compare(a.urn, b.urn));
        for (const resource of this.resources) {
            const sameType = this.byType.get(resource.type);
            if (sameType) {
                sameType.push(resource);
            } else {
                this.byType.set(resource.type, [resource]);
            }
        }
    }

    /** The resources of a type. */
    ofType(type: string): readonly PolicyResource[] {
        return this.byType.get(type) ?? [];
    }

    /** The first resource of a type one of whose properties is known and is this text. */
    find(type: string, properties: readonly string[], text: string): PolicyResource | undefined {
        return properties
            .map((property) => this.indexOf(type, property).get(text))
            .find((resource) => resource !== undefined);
    }

    /**
     * The resource that a property refers to: by its value if that is known, else by what the
     * property was computed from, if that is one resource of the types.
     */
    referred(
        from: PolicyResource,
        property: string,
        types: readonly string[],
        names: readonly string[],
    ): PolicyResource | undefined {
        const reading = readText(from.props, property);
        if (reading.kind === "known") {
            return types
                .map((type) => this.find(type, names, reading.text))
                .find((resource) => resource !== undefined);
        }
        const sources = sourcesOf(from, property).filter(({ type }) => types.includes(type));
        return reading.kind === "unknown" && sources.length === 1 ? sources[0] : undefined;
    }

    /** The role that a property of a resource names. */
    roleOf(resource: PolicyResource, property = "role"): PolicyResource | undefined {
        return this.referred(resource, property, [TYPES.role], NAMES_OF_ROLE);
    }

    /** The resources of a type whose property refers to a resource, as `referred` finds it. */
    referring(
        type: string,
        to: PolicyResource,
        list: string,
        refer: (from: PolicyResource) => PolicyResource | undefined,
    ): readonly PolicyResource[] {
        const known = this.lists.get(list);
        if (known) {
            return known.get(to.urn) ?? [];
        }
        const index = new Map<string, PolicyResource[]>();
        for (const from of this.ofType(type)) {
            const urn = refer(from)?.urn;
            if (urn !== undefined) {
                index.set(urn, [...(index.get(urn) ?? []), from]);
            }
        }
        this.lists.set(list, index);
        return index.get(to.urn) ?? [];
    }

    private indexOf(type: string, property: string): Map<string, PolicyResource> {
        const key = `${type} ${property}`;
        const known = this.byText.get(key);
        if (known) {
            return known;
        }
        const index = new Map<string, PolicyResource>();
        for (const resource of [...this.ofType(type)].reverse()) {
            const reading = readText(resource.props, property);
            if (reading.kind === "known") {
                index.set(reading.text, resource);
            }
        }
        this.byText.set(key, index);
        return index;
    }
}

/** The resources that a property was computed from, in the order of their URNs. */
export function sourcesOf(resource: PolicyResource, property: string): PolicyResource[] {
    const sources = resource.propertyDependencies[property] ?? [];
    return [...sources].sort((a, b) => compare(a.urn, b.urn));
}

/** Whether a property of a resource is known and is this text. */
export function hasText(resource: PolicyResource, property: string, text: string): boolean {
    const reading: Reading = readText(resource.props, property);
    return reading.kind === "known" && reading.text === text;
}

/** A text property, while it is known. */
export function knownText(resource: PolicyResource, property: string): string | undefined {
    const reading = readText(resource.props, property);
    return reading.kind === "known" ? reading.text : undefined;
}

/** Whether a text names a role: by its name, its id or its ARN. */
export function isRole(role: PolicyResource, text: string): boolean {
    return NAMES_OF_ROLE.some((property) => hasText(role, property, text));
}

/** Whether a resource is a child of one of our components. */
export function isOfComponent(resource: { urn: string }): boolean {
    const [, , types = ""] = resource.urn.split("::");
    return types
        .split("$")
        .slice(0, -1)
        .some((type) => COMPONENT_TYPES.includes(type));
}

/** Dependencies lead to resources as the engine sent them, and must lead to those of the model. */
function toClassics(resources: readonly PolicyResource[]): PolicyResource[] {
    const classics = resources.map(toClassic);
    if (classics.every((classic, index) => classic === resources[index])) {
        return classics;
    }
    const byUrn = new Map(classics.map((classic) => [classic.urn, classic]));
    const translated = (sources: readonly PolicyResource[]) =>
        sources.map((source) => byUrn.get(source.urn) ?? source);
    for (const classic of classics) {
        classic.propertyDependencies = Object.fromEntries(
            Object.entries(classic.propertyDependencies).map(([property, sources]) => [
                property,
                translated(sources),
            ]),
        );
    }
    return classics;
}
