import {
    evaluateIdentity,
    evaluateKeyAccess,
    STORE_FACTS,
    viaServices,
    type AccessRequest,
    type SecretStore,
    type Verdict,
} from "../../../core";
import type { Account } from "../account";
import type { RoleRights } from "../iam";
import { findKey } from "../kms";

/** The ECS agent while it acts with a task's execution role. */
export interface Agent {
    readonly role: RoleRights;
    readonly roleArn: string;
    readonly session: string;
}

/** Why the agent may not do something with its execution role; `undefined` if it may. */
export function refusal(
    agent: Agent,
    request: Pick<AccessRequest, "action" | "resource"> & Partial<Pick<AccessRequest, "context">>,
): string | undefined {
    const verdict = evaluateIdentity(
        { principalArn: agent.roleArn, context: {}, ...request },
        agent.role.identity,
    );
    return explainRefusal(verdict, agent, request.action, request.resource);
}

/** Why a store may not decrypt with a key for the agent; `undefined` if it may. */
export function keyRefusal(
    account: Account,
    agent: Agent,
    store: SecretStore,
    keyId: string,
    arn: string,
): string | undefined {
    const at = account.ofArn(arn);
    const key = findKey(at, keyId);
    if (!key?.usable) {
        return `${keyId} is disabled, pending deletion or does not exist.`;
    }
    const request: AccessRequest = {
        action: "kms:Decrypt",
        resource: key.arn,
        principalArn: agent.roleArn,
        context: {
            "kms:CallerAccount": [account.id],
            "kms:EncryptionAlgorithm": ["SYMMETRIC_DEFAULT"],
            "kms:ViaService": [viaServices(store, key.arn, at.location)[0]],
            [STORE_FACTS[store].contextKey]: [arn],
        },
    };
    const verdict = evaluateKeyAccess(request, agent.role.identity, key.policy);
    const identity = evaluateIdentity(request, agent.role.identity);
    const isDeniedByRole = identity.answer === "denied" && identity.reason === "explicit-deny";
    return explainRefusal(verdict, agent, request.action, request.resource, !isDeniedByRole);
}

/** The text of an access denial; a verdict that is no answer is said to be one of the simulation. */
function explainRefusal(
    verdict: Verdict,
    agent: Agent,
    action: string,
    resource: string,
    isDeniedByResource = false,
): string | undefined {
    if (verdict.answer === "allowed") {
        return undefined;
    }
    if (verdict.answer === "undetermined") {
        return `the simulation cannot tell whether ${action} is allowed: ${verdict.explanation}`;
    }
    const kind =
        verdict.reason === "key-policy" ||
        (verdict.reason === "explicit-deny" && isDeniedByResource)
            ? "resource-based"
            : "identity-based";
    const article = kind === "resource-based" ? "a" : "an";
    const why =
        verdict.reason === "explicit-deny"
            ? `with an explicit deny in ${article} ${kind} policy`
            : `because no ${kind} policy allows the ${action} action`;
    return `User: ${agent.session} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}
