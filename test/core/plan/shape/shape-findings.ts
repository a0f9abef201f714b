import type { Finding } from "../../../../core";

export const at = (path: string, reason: string, remedy: string): Finding => ({
    path,
    reason,
    remedy,
});
export const OBJECT = ["must be an object", "Give a plain object."] as const;
export const RECORD = [
    "must be an object",
    "Give a plain object: its keys must be known; only its values may be Outputs.",
] as const;
export const STRING = ["must be a string", "Give a string."] as const;
export const EMPTY = ["is empty", "Give it a value."] as const;
export const NUMBER = ["must be a whole number", "Give a number, 0 or more."] as const;
export const BOOLEAN = ["must be a boolean", "Give true or false, without quotes."] as const;
export const LIST = ["must be a list", "Give a list, in brackets."] as const;
export const NO_ENTRY = ["is empty", "Give at least one entry."] as const;
export const UNKNOWN_VALUE = "is none of the known values";
export const plain = (kind: string) =>
    [
        `must be a plain ${kind}: what resources there are depends on it`,
        "Give a value that is no Output.",
    ] as const;
export const MISSING = ["is missing", "Give it a value."] as const;
export const SECRET_FIELDS =
    "Remove it, or use one of: arn, description, external, generate, jsonValue, kmsKeyId, name, " +
    "namePrefix, recoveryWindowInDays, replicas, rotation, store, tags, tier, value.";
export const REFERENCE = [
    "is no reference to a secret",
    "Give a string, an object with secret or valueFrom, a resource that is a secret, or a new secret.",
] as const;
export const NO_REFERENCE = [
    "has none of secret and valueFrom",
    "Give secret or valueFrom.",
] as const;
export const NO_SOURCE = [
    "has none of value, jsonValue, generate, external and arn",
    "Give value, jsonValue, generate, external or arn.",
] as const;
