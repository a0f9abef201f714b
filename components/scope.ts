import * as pulumi from "@pulumi/pulumi";
import type { SecretInjectedServiceArgs } from "./args";

/** What every part of a service is made with. */
export interface Scope {
    /** The component; all resources are its children. */
    readonly parent: pulumi.Resource;
    /** The logical name of the component, which those of its children begin with. */
    readonly name: string;
    readonly args: SecretInjectedServiceArgs;
    /**
     * Holds a value back until all args are found to be right, and rejects if they are wrong.
     *
     * The rule: of each child, at least one input passes here, and no input that stands before it
     * in the alphabet waits for a sibling. The registration of every child then fails as soon as
     * the args are found to be wrong. For the SDK (`prepareResource` in runtime/resource.js)
     * serializes the inputs one after the other, in the order of the generated classes, which is
     * the alphabet's; only then it waits for the URN of the parent and of what is in `dependsOn`.
     * It never settles the URN and the outputs of a resource whose inputs were rejected: a child
     * that came to wait for one of them would wait for ever, and so would a program that runs in
     * the Automation API.
     */
    guard<T>(this: void, value: pulumi.Input<T>): pulumi.Output<T>;
}

/** Makes the guard that waits for a validation. */
export function guardBy(validated: Promise<true>): Scope["guard"] {
    const gate = pulumi.output(validated);
    return <T>(value: pulumi.Input<T>) => gate.apply(() => value) as pulumi.Output<T>;
}
