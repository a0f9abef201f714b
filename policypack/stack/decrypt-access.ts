import type { PolicyResource } from "@pulumi/policy";
import {
    evaluateKeyAccess,
    parseArn,
    parseNamedPolicy,
    STORE_FACTS,
    UNKNOWN_RESOURCE,
    viaServices,
    type AccessRequest,
    type KeyPolicy,
    type Verdict,
} from "../../core";
import { readDocument, readText } from "./decode";
import { formatDecryptRemedy } from "./decrypt-remedy";
import type { InjectedKey } from "./injected-keys";
import { isOfComponent, sourcesOf, TYPES, type StackModel } from "./model";
import { readBoundary } from "./managed-policies";
import { findKey, hasDefaultPolicy, readKeyPolicy } from "./policy-document";
import { listInlinePolicies, listRolePolicies, type ExecutionRole } from "./role-policies";

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
    const keyPolicy = assumeKeyPolicy(model, injected);
    const policies = listRolePolicies(model, role.role);
    const [request, ...others] = decryptRequests(role.role, injected);
    const verdict = evaluateKeyAccess(request, policies, keyPolicy);
    const isSame = (other: AccessRequest) =>
        evaluateKeyAccess(other, policies, keyPolicy).answer === verdict.answer;
    if (!others.every(isSame)) {
        return undetermined(
            "AWS does not document which kms:ViaService it sends in this partition",
        );
    }
    if (verdict.answer === "denied" && injected.places.length === 0) {
        // Its ARN is used in the definitions; whether a container injects it, too, is not known.
        return undetermined(`if a container injects it: ${verdict.explanation.replace(/\.$/, "")}`);
    }
    if (verdict.answer === "denied" && injected.key === undefined) {
        const remedy = formatDecryptRemedy(verdict, role, injected);
        return undetermined(
            `${verdict.explanation} The key is not a resource of this stack: its own policy could still allow it. ${remedy.replace(/\.$/, "")}`,
        );
    }
    if (verdict.answer === "denied" && isGranted(model, injected)) {
        return undetermined("a grant of the stack names the key, and grants are not judged");
    }
    if (verdict.answer === "allowed" && !isWithinBoundary(model, role.role, request)) {
        return undetermined("the role's permissions boundary is not certain to allow it");
    }
    const isPlanned =
        verdict.answer === "undetermined" &&
        isPlannedByComponent(model, task, role, injected) &&
        leavesItToTheRole(model, request, injected);
    return isPlanned
        ? { answer: "allowed", reason: "identity-policy", explanation: "planned by the component" }
        : verdict;
}

/**
 * The policy of the key. Of one that is not a resource of the stack it is taken that it leaves it to
 * the account, as the default one does: so nothing is said of a role that may decrypt, and one that
 * may not is never called denied. The page of the policy says so.
 */
function assumeKeyPolicy(model: StackModel, { key, keyArn }: InjectedKey): KeyPolicy {
    if (key) {
        return readKeyPolicy(model, key);
    }
    return keyArn === undefined
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
    request: AccessRequest,
): boolean {
    const boundary = readBoundary(model, role);
    return (
        boundary === undefined ||
        evaluateKeyAccess(request, [boundary], "default").answer === "allowed"
    );
}

/**
 * Before key and secret exist their ARNs are unknown, and so is every document that names them. Our
 * component writes its role's policy out of the very list of secrets that it injects; where that
 * policy is not known yet and names the key, there is nothing to warn of, and at update the
 * document itself is read.
 */
function isPlannedByComponent(
    model: StackModel,
    task: PolicyResource,
    role: ExecutionRole & { kind: "role" },
    { key, keyArn }: InjectedKey,
): boolean {
    const isOurs = (resource: PolicyResource) =>
        isOfComponent(resource) && resource.parent?.urn === task.parent?.urn;
    const namesTheKey = (policy: PolicyResource) =>
        key === undefined
            ? keyArn !== undefined
            : sourcesOf(policy, "policy").some((source) => source.urn === key.urn);
    return (
        [task, role.role].every(isOurs) &&
        listInlinePolicies(model, role.role)
            .filter(isOurs)
            .filter((policy) => readDocument(policy.props, "policy").kind === "unknown")
            .some(namesTheKey)
    );
}

/** Whether a role that may do anything may use the key: its policy is AWS's own or says so. */
function leavesItToTheRole(
    model: StackModel,
    request: AccessRequest,
    { key }: InjectedKey,
): boolean {
    const anything = parseNamedPolicy("anything", {
        Version: "2012-10-17",
        Statement: { Effect: "Allow", Action: "*", Resource: "*" },
    });
    return (
        key === undefined ||
        hasDefaultPolicy(model, key) ||
        evaluateKeyAccess(request, [anything], readKeyPolicy(model, key)).answer === "allowed"
    );
}

/** What the store asks AWS KMS for; several requests where its host name is not documented. */
function decryptRequests(role: PolicyResource, injected: InjectedKey): AccessRequest[] {
    const { store, secretArn, keyArn } = injected;
    const { contextKey } = STORE_FACTS[store];
    const arn = keyArn === undefined ? undefined : parseArn(keyArn);
    const roleArn = readText(role.props, "arn");
    const services = arn && keyArn ? viaServices(store, keyArn, arn) : [undefined];
    return services.map((service) => ({
        action: "kms:Decrypt",
        resource: keyArn ?? UNKNOWN_RESOURCE,
        ...(roleArn.kind === "known" && { principalArn: roleArn.text }),
        context: {
            "kms:CallerAccount": arn ? [arn.account] : "unknown",
            "kms:EncryptionAlgorithm": ["SYMMETRIC_DEFAULT"],
            "kms:EncryptionContext:SecretVersionId": store === "secretsmanager" ? "unknown" : [],
            "kms:ResourceAliases": "unknown",
            "kms:ViaService": service === undefined ? "unknown" : [service],
            [contextKey]: secretArn === undefined ? "unknown" : [secretArn],
        },
    }));
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
