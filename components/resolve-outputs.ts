import * as pulumi from "@pulumi/pulumi";
import { isOutput } from "./is-output";

/**
 * Resolves the Outputs that stand in a value. `pulumi.output` does the same, and makes an Output of
 * every text and number on its way, which for the containers of many services takes long.
 */
export function resolveOutputs(value: unknown): pulumi.Output<unknown> {
    const found = new Map<unknown, number>();
    collect(value, found);
    return pulumi.all([...found.keys()]).apply((known) => fill(value, found, known));
}

function collect(value: unknown, found: Map<unknown, number>): void {
    if (isOutput(value)) {
        found.set(value, found.get(value) ?? found.size);
    } else if (typeof value === "object" && value !== null) {
        Object.values(value).forEach((entry) => collect(entry, found));
    }
}

function fill(value: unknown, found: Map<unknown, number>, known: readonly unknown[]): unknown {
    if (isOutput(value)) {
        return known[found.get(value) as number];
    }
    if (Array.isArray(value)) {
        return value.map((entry) => fill(entry, found, known));
    }
    return typeof value === "object" && value !== null
        ? Object.fromEntries(
              Object.entries(value).map(([key, entry]) => [key, fill(entry, found, known)]),
          )
        : value;
}
