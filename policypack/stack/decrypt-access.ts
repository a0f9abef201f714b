import type { PolicyResource } from "@pulumi/policy";
import {
    evaluateKeyAccess,
    parseArn,
    STORE_FACTS,
    UNKNOWN_RESOURCE,
    viaServices,
    type AccessRequest,
    type Verdict,
} from "../../core";
import { readText } from "./decode";
import type { InjectedKey } from "./injected-keys";
import { componentOf, sourcesOf, type StackModel } from "./model";
import {
    listInlinePolicies,
    listRolePolicies,
    readKeyPolicy,
    type ExecutionRole,
} from "./role-policies";

/** Evaluates whether a task's execution role may decrypt an injected secret with its key. */
export function evaluateDecrypt(
    model: StackModel,
    task: PolicyResource,
    role: ExecutionRole,
    injected: InjectedKey,
): Verdict {
    if (role.kind !== "role") {
        return undetermined("the task execution role is not a resource of this stack");
    }
    const keyPolicy = injected.key
        ? readKeyPolicy(injected.key)
        : { unknown: "the key is not a resource of this stack" };
    const request = decryptRequest(role.role, injected);
    const verdict = evaluateKeyAccess(request, listRolePolicies(model, role.role), keyPolicy);
    return verdict.answer === "undetermined" && isPlannedByComponent(model, task, role, injected)
        ? { answer: "allowed", reason: "identity-policy", explanation: "planned by the component" }
        : verdict;
}

/**
 * Before the key exists its ARN is unknown, and so is every document that names it. Our component
 * writes its role's policy out of the very list of secrets that it injects; where that policy is
 * computed from the key, there is nothing to warn of, and at update the document itself is read.
 */
function isPlannedByComponent(
    model: StackModel,
    task: PolicyResource,
    role: ExecutionRole & { kind: "role" },
    { key, keyArn }: InjectedKey,
): boolean {
    const isOurs = (resource: PolicyResource) =>
        componentOf(resource) !== undefined && resource.parent?.urn === task.parent?.urn;
    return (
        key !== undefined &&
        keyArn === undefined &&
        [task, role.role].every(isOurs) &&
        listInlinePolicies(model, role.role)
            .filter(isOurs)
            .some((policy) => sourcesOf(policy, "policy").some((source) => source.urn === key.urn))
    );
}

function decryptRequest(role: PolicyResource, injected: InjectedKey): AccessRequest {
    const { store, secretArn, keyArn } = injected;
    const { contextKey } = STORE_FACTS[store];
    const arn = keyArn === undefined ? undefined : parseArn(keyArn);
    const roleArn = readText(role.props, "arn");
    return {
        action: "kms:Decrypt",
        resource: keyArn ?? UNKNOWN_RESOURCE,
        ...(roleArn.kind === "known" && { principalArn: roleArn.text }),
        context: {
            "kms:CallerAccount": arn ? [arn.account] : "unknown",
            "kms:EncryptionAlgorithm": ["SYMMETRIC_DEFAULT"],
            "kms:EncryptionContext:SecretVersionId": store === "secretsmanager" ? "unknown" : [],
            "kms:ResourceAliases": "unknown",
            "kms:ViaService":
                arn && keyArn ? viaServices(store, keyArn, arn).slice(0, 1) : "unknown",
            [contextKey]: secretArn === undefined ? "unknown" : [secretArn],
        },
    };
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
