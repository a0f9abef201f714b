import * as pulumi from "@pulumi/pulumi";

/**
 * Whether a value is not at hand yet: an Output, or a promise in its place. By identity, as the SDK
 * does it: any other promise it would take for an object without properties.
 */
export function isOutput(value: unknown): value is Promise<never> | pulumi.OutputInstance<never> {
    return pulumi.Output.isInstance(value) || value instanceof Promise;
}
