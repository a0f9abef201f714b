import { SECRET_STORES, type SecretStore } from "../../reference";
import { parseValueFrom } from "../../value-from";
import { DEFERRED, type Deferrable } from "../shape/shape";
import type { SecretDescription } from "./description";

/** The store of an own secret, as it is given, or as the ARN of the one that exists says. */
export function readStore({ store, arn }: SecretDescription): Deferrable<SecretStore> {
    if (store !== undefined) {
        return SECRET_STORES.find((one) => one === store) ?? DEFERRED;
    }
    if (arn === undefined) {
        return "secretsmanager";
    }
    return typeof arn === "string" ? (parseValueFrom(arn).reference?.store ?? DEFERRED) : DEFERRED;
}

/** The top-level keys of the JSON value of an own secret, or what else can be said of them. */
export type JsonKeys = readonly string[] | "whole" | "unknown";

/** Reads which JSON keys an own secret has: a password that was generated may be the whole value. */
export function readJsonKeys({ jsonValue, generate, rotation }: SecretDescription): JsonKeys {
    if (rotation !== undefined) {
        // The function that rotates the secret decides what later values hold.
        return "unknown";
    }
    if (jsonValue !== undefined) {
        return Object.keys(jsonValue);
    }
    if (generate === undefined || typeof generate.jsonKey === "symbol") {
        return "unknown";
    }
    return generate.jsonKey === undefined
        ? "whole"
        : [generate.jsonKey, ...Object.keys(generate.jsonValue ?? {})];
}
