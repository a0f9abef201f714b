import { Secret } from "@pulumi/policy";
import { readProperties } from "../stack/decode";

/** Something in the properties of a resource that Pulumi holds secret, as a whole. */
export interface HeldSecret {
    /** The names and indexes that lead to it. */
    readonly path: readonly string[];
    /** What it is, as plain data; what is not known yet is marked. */
    readonly value: unknown;
}

/**
 * Lists what Pulumi holds secret in the properties that a remediation gets: in any other callback
 * the SDK has taken the marks away. `undefined` if the SDK does not show them as we know it.
 *
 * The properties are proxies that hide the marks from a reader; the descriptor of a property is not
 * trapped and gives what they hide, a `Secret`. No other file of the pack knows of it.
 */
export function readHeldSecrets(props: object): HeldSecret[] | undefined {
    if (typeof Secret !== "function" || !isProxyOfSdk(props)) {
        return undefined;
    }
    const held: HeldSecret[] = [];
    for (const name of Object.keys(props)) {
        collect(Object.getOwnPropertyDescriptor(props, name)?.value, [name], held);
    }
    return held;
}

/** The SDK's proxies answer to a name of their own, which no property of a resource has. */
function isProxyOfSdk(props: object): boolean {
    return (props as { readonly __isSpecialProxy?: unknown }).__isSpecialProxy === true;
}

function collect(raw: unknown, path: readonly string[], held: HeldSecret[]): void {
    if (raw instanceof Secret) {
        held.push({ path, value: readProperties({ value: withoutMarks(raw.value) }).value });
    } else if (typeof raw === "object" && raw !== null) {
        for (const [name, field] of Object.entries(raw)) {
            collect(field, [...path, name], held);
        }
    }
}

function withoutMarks(raw: unknown): unknown {
    if (raw instanceof Secret) {
        return withoutMarks(raw.value);
    }
    if (Array.isArray(raw)) {
        return raw.map(withoutMarks);
    }
    return typeof raw === "object" && raw !== null
        ? Object.fromEntries(
              Object.entries(raw).map(([name, field]) => [name, withoutMarks(field)]),
          )
        : raw;
}
