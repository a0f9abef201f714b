import type { PolicyResource } from "@pulumi/policy";
import {
    evaluateIdentity,
    evaluateKeyAccess,
    parseArn,
    type AccessRequest,
    type KeyPolicy,
    type NamedPolicy,
    type Verdict,
} from "../../core";
import { formatDecryptRemedy } from "./decrypt-remedy";
import { listDecryptRequests } from "./decrypt-requests";
import { roleArnOf, type ExecutionRole } from "./execution-role";
import type { InjectedKey } from "./injected-keys";
import { readBoundary } from "./managed-policies";
import { TYPES, type StackModel } from "./model";
import { listPlannedPolicies, plannedKeyPolicy } from "./planned-rights";
import { findKey, readKeyPolicy } from "./policy-document";
import { listRolePolicies } from "./role-policies";

/** Evaluates whether a task's execution role may decrypt an injected secret with its key. */
export function evaluateDecrypt(
    model: StackModel,
    task: PolicyResource,
    role: ExecutionRole,
    injected: InjectedKey,
): Verdict {
    const requests = listDecryptRequests(role, injected);
    const verdict = evaluateRights(model, task, role, injected, requests);
    if (role.kind !== "role") {
        // What other stacks give it, or take from it, is not known: only what is given here counts.
        return verdict.answer === "allowed"
            ? verdict
            : undetermined("the task execution role is not a resource of this stack");
    }
    if (verdict.answer === "denied") {
        return softenDenied(model, role, injected, verdict) ?? verdict;
    }
    return verdict.answer === "allowed" && !isWithinBoundary(model, role.role, requests)
        ? undetermined("the role's permissions boundary is not certain to allow it")
        : verdict;
}

function evaluateRights(
    model: StackModel,
    task: PolicyResource,
    role: ExecutionRole,
    injected: InjectedKey,
    requests: readonly AccessRequest[],
): Verdict {
    const keyPolicy = assumeKeyPolicy(model, role, injected);
    const policies = listRolePolicies(model, role);
    const written = policies.map(({ policy }) => policy);
    const verdict = evaluateAll(requests, written, keyPolicy);
    const planned =
        verdict.answer === "undetermined"
            ? listPlannedPolicies(model, task, policies, injected)
            : undefined;
    return planned
        ? evaluateAll(requests, planned, plannedKeyPolicy(model, task, injected, keyPolicy))
        : verdict;
}

function evaluateAll(
    [request, ...others]: readonly AccessRequest[],
    policies: readonly NamedPolicy[],
    keyPolicy: KeyPolicy,
): Verdict {
    const verdict = evaluateKeyAccess(request, policies, keyPolicy);
    const isSame = (other: AccessRequest) =>
        evaluateKeyAccess(other, policies, keyPolicy).answer === verdict.answer;
    return others.every(isSame)
        ? verdict
        : undetermined("AWS does not document which kms:ViaService it sends in this partition");
}

/** What keeps a denial from being certain. */
function softenDenied(
    model: StackModel,
    role: ExecutionRole,
    injected: InjectedKey,
    verdict: Verdict & { answer: "denied" },
): Verdict | undefined {
    if (injected.places.length === 0) {
        // Its ARN is used in the definitions; whether a container injects it, too, is not known.
        return undetermined(`if a container injects it: ${verdict.explanation.replace(/\.$/, "")}`);
    }
    if (injected.key === undefined) {
        const remedy = formatDecryptRemedy(verdict, role, injected);
        return undetermined(
            `${verdict.explanation} The key is not a resource of this stack: its own policy could still allow it. ${remedy.replace(/\.$/, "")}`,
        );
    }
    return isGranted(model, injected)
        ? undetermined("a grant of the stack names the key, and grants are not judged")
        : undefined;
}

/**
 * The policy of the key. Of one of the role's account that is not a resource of the stack it is taken
 * that it leaves it to the account, as the default one does: so nothing is said of a role that may
 * decrypt, and one that may not is never called denied. The page of the policy says so.
 */
function assumeKeyPolicy(
    model: StackModel,
    role: ExecutionRole,
    { key, keyArn }: InjectedKey,
): KeyPolicy {
    if (key) {
        return readKeyPolicy(model, key);
    }
    const keys = parseArn(keyArn ?? "")?.account;
    const own = parseArn(roleArnOf(role) ?? "")?.account;
    const isForeign = own !== undefined && keys !== own;
    return keys === undefined || isForeign
        ? { unknown: "the key is not a resource of this stack" }
        : "default";
}

function isGranted(model: StackModel, { key }: InjectedKey): boolean {
    const grants = model.ofType(TYPES.keyGrant);
    return key !== undefined && grants.some((one) => findKey(model, one, "keyId")?.urn === key.urn);
}

/** A boundary gives no right, and takes away what it does not allow. */
function isWithinBoundary(
    model: StackModel,
    role: PolicyResource,
    requests: readonly AccessRequest[],
): boolean {
    const boundary = readBoundary(model, role);
    return (
        boundary === undefined ||
        requests.every(
            (request) => evaluateIdentity(request, [boundary.policy]).answer === "allowed",
        )
    );
}

function undetermined(explanation: string): Verdict {
    const missing = [explanation];
    return {
        answer: "undetermined",
        reason: "unknown-policy",
        explanation: `${explanation}.`,
        missing,
    };
}
