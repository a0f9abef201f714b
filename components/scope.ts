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
     * Holds a value back until all args are found to be right. Every Output that a child is made
     * from passes here: if the args are wrong, each registration fails at once then. The SDK never
     * settles the outputs of a resource whose registration failed, so a sibling that waited for one
     * would wait for ever, and a program that runs in the Automation API would hang.
     */
    guard<T>(this: void, value: pulumi.Input<T>): pulumi.Output<T>;
}

/** Makes the guard that waits for a validation. */
export function guardBy(validated: Promise<true>): Scope["guard"] {
    const gate = pulumi.output(validated);
    return <T>(value: pulumi.Input<T>) => gate.apply(() => value) as pulumi.Output<T>;
}
