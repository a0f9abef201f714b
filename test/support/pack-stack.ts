import type { PackResource } from "./policies";
import type { Wire } from "./wire";

/** A resource of a stack that is written down by hand for a policy. */
export interface Part {
    readonly type: string;
    readonly props: Wire;
    /** By property: the names of the resources that it was computed from. */
    readonly from?: Readonly<Record<string, readonly string[]>>;
    /** What AWS fills in, so that it is not among the inputs of the resource. */
    readonly computed?: readonly string[];
    /** The type of the component it is a child of. */
    readonly component?: string;
}

/** A stack by logical names. */
export type Stack = Readonly<Record<string, Part>>;

/** What differs from a stack, by logical names; `undefined` takes a resource (or property) away. */
export type StackChange = Readonly<Record<string, Partial<Part> | undefined>>;

/** A stack with a change; properties are merged one by one. */
export function changeStack(stack: Stack, change: StackChange): Stack {
    const changed = Object.entries(change).map(([name, part]) => {
        const old = stack[name] as Part | undefined;
        return [name, part && { ...old, ...part, props: { ...old?.props, ...part.props } }];
    });
    const all = Object.entries<Part | undefined>({ ...stack, ...Object.fromEntries(changed) });
    return Object.fromEntries(all.filter((entry): entry is [string, Part] => !!entry[1]));
}

/** The resources of a stack as the engine sends them. */
export function toResources(stack: Stack): PackResource[] {
    const urnOf = (name: string) => {
        const { type, component } = stack[name];
        return `urn:pulumi:dev::project::${component ? `${component}$` : ""}${type}::${name}`;
    };
    return Object.entries(stack).map(([name, { type, props, computed, from = {}, component }]) => ({
        type,
        name,
        urn: urnOf(name),
        props: without(props),
        ...(computed && { inputs: without(props, computed) }),
        parent: component && `urn:pulumi:dev::project::${component}::web`,
        dependencies: Object.values(from).flat().map(urnOf),
        propertyDependencies: Object.fromEntries(
            Object.entries(from).map(([property, names]) => [property, names.map(urnOf)]),
        ),
    }));
}

/** Properties without those that are not given, and without some. */
function without(props: Wire, names: readonly string[] = []): Wire {
    const entries = Object.entries(props);
    return Object.fromEntries(
        entries.filter(([name, value]) => value !== undefined && !names.includes(name)),
    );
}
