import * as pulumi from "@pulumi/pulumi";

/**
 * Whether a value is not at hand yet: an Output, or a promise in its place. By identity, as the SDK
 * does it: any other promise it would take for an object without properties.
 */
export function isOutput(value: unknown): value is Promise<never> | pulumi.OutputInstance<never> {
    return pulumi.Output.isInstance(value) || value instanceof Promise;
}

/** Whether an Output stands anywhere in a value; what is in a resource is its own. */
export function holdsOutput(value: unknown): boolean {
    if (isOutput(value)) {
        return true;
    }
    if (typeof value !== "object" || value === null || pulumi.Resource.isInstance(value)) {
        return false;
    }
    return Object.values(value).some(holdsOutput);
}
