import * as pulumi from "@pulumi/pulumi";
import { DEFERRED, isPlainObject } from "../core";

/**
 * Describes args for validation: every Output stands as `DEFERRED`, and so does the value of every
 * secret. Past this function no secret value is at hand any more.
 */
export function describeArgs(args: unknown): unknown {
    const description = deferOutputs(args);
    if (!isPlainObject(description) || !isPlainObject(description.secrets)) {
        return description;
    }
    const secrets = Object.entries(description.secrets).map(([key, secret]) => [
        key,
        isPlainObject(secret) ? { ...secret, value: describeValue(secret.value) } : secret,
    ]);
    return { ...description, secrets: Object.fromEntries(secrets) as unknown };
}

/** Tells apart what findings speak of, and nothing else: missing, empty, no string, given. */
function describeValue(value: unknown): unknown {
    if (value === undefined || value === "" || value === DEFERRED) {
        return value;
    }
    return typeof value === "string" ? DEFERRED : null;
}

/**
 * Whether a value is not at hand yet: an Output, or a promise in its place. By identity, as the SDK
 * does it: any other promise it would take for an object without properties.
 */
export function isOutput(value: unknown): boolean {
    return pulumi.Output.isInstance(value) || value instanceof Promise;
}

function deferOutputs(value: unknown): unknown {
    if (isOutput(value)) {
        return DEFERRED;
    }
    if (Array.isArray(value)) {
        return value.map(deferOutputs);
    }
    // An object of a class, for example a resource, is no description of anything.
    return isPlainObject(value)
        ? Object.fromEntries(
              Object.entries(value).map(([key, entry]) => [key, deferOutputs(entry)]),
          )
        : value;
}
