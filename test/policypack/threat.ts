import type { PackResource } from "../support/policies";
import type { Wire } from "../support/wire";

/** Something that may go wrong with a deployed service, and what stops it. */
export interface Threat {
    /** Completes "somebody …". */
    readonly name: string;
    /** The policy that stops it, or those that do, once for each violation. */
    readonly policy: string | readonly string[];
    readonly change: (resources: PackResource[]) => PackResource[];
}

/** Changes a resource, in its inputs and in its state. */
export function edit(name: string, change: (props: Wire) => Wire): Threat["change"] {
    return (resources) => {
        if (!resources.some((resource) => resource.name === name)) {
            throw new Error(`there is no ${name} to change`);
        }
        return resources.map((resource) =>
            resource.name === name
                ? {
                      ...resource,
                      props: change(resource.props),
                      inputs: change(resource.inputs ?? {}),
                  }
                : resource,
        );
    };
}
