import { evaluateAccess } from "./access";
import type { NamedPolicy } from "./policy";
import type { AccessRequest } from "./request";
import type { Verdict } from "./verdict";

/** A key's policy: a document, the one that AWS gives a key made without, or not known (and why). */
export type KeyPolicy = NamedPolicy | "default" | { readonly unknown: string };

/** Evaluates whether a role without a permissions boundary may use a KMS key without grants. */
export function evaluateKeyAccess(
    request: AccessRequest,
    identity: readonly NamedPolicy[],
    policy: KeyPolicy,
): Verdict {
    return evaluateAccess(request, { identity, resource: { kind: "key", policy, grants: [] } });
}
