import type { Inputs } from "@pulumi/pulumi";
import { ConstructRequest } from "@pulumi/pulumi/proto/provider_pb";
import * as server from "@pulumi/pulumi/provider/server";
import type { Resource } from "@pulumi/pulumi/resource";
import * as state from "@pulumi/pulumi/runtime/state";
import { serializeProperties, type SerializationOptions } from "@pulumi/pulumi/runtime/rpc";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

/** The part of the SDK's server that a plugin's inputs come through; its types do not show it. */
interface Server {
    deserializeInputs(inputs: Struct, dependencies: unknown): Promise<Inputs>;
}

/** The part of the SDK that says which resources a value comes from; its types do not show it. */
interface Outputs {
    readonly allResources?: () => Promise<Set<Resource>>;
}

/** What the SDK notes of its engine; its types do not show it. */
interface State {
    getStore(): { supportsOutputValues: boolean };
}

/**
 * How an SDK sends what is not plain: each Output by itself, with all that is said of it; or marks of
 * secrets and of what is not known, with the resources of a whole property beside it.
 */
export type Manner = "outputs" | "marks";

/** Sends args as an SDK sends the inputs of a remote component, and receives them as a plugin does. */
export async function sendInputs(args: object, manner: Manner): Promise<Inputs> {
    const options: SerializationOptions = { keepOutputValues: manner === "outputs" };
    // As every engine of today does; the SDK's mocks say that they do not.
    (state as unknown as State).getStore().supportsOutputValues = true;
    const wire = await serializeProperties("args", args as Inputs, options);
    const inputs = Struct.fromJavaScript(wire as Record<string, JavaScriptValue>);
    const dependencies = new ConstructRequest().getInputdependenciesMap();
    for (const [key, value] of Object.entries(args)) {
        const urns = await urnsOf(value);
        if (urns.length > 0) {
            const list = new ConstructRequest.PropertyDependencies();
            list.setUrnsList(urns);
            dependencies.set(key, list);
        }
    }
    return (server as unknown as Server).deserializeInputs(inputs, dependencies);
}

async function urnsOf(value: unknown): Promise<string[]> {
    if (typeof value !== "object" || value === null) {
        return [];
    }
    const resources = [...((await (value as Outputs).allResources?.()) ?? [])];
    // An Output has no entries of its own that could be walked.
    const isOutput = (value as Outputs).allResources !== undefined;
    const inside = isOutput ? [] : await Promise.all(Object.values(value).map(urnsOf));
    const own = await Promise.all(resources.map(urnOf));
    return [...new Set([...own, ...inside.flat()])].sort();
}

function urnOf({ urn }: Resource): Promise<string> {
    return new Promise((resolve) => urn.apply(resolve));
}
