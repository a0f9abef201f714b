import {
    evaluateAccess,
    type AccessRequest,
    type KeyPolicy,
    type NamedPolicy,
    type Verdict,
} from "../../core";

/** Evaluates whether a role without a permissions boundary may use a KMS key without grants. */
export function evaluateKeyAccess(
    request: AccessRequest,
    identity: readonly NamedPolicy[],
    policy: KeyPolicy,
): Verdict {
    return evaluateAccess(request, { identity, resource: { kind: "key", policy, grants: [] } });
}
