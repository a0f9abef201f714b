import {
    evaluateKeyAccess,
    STORE_FACTS,
    viaServices,
    type AccessRequest,
    type SecretStore,
    type Verdict,
} from "../../../core";
import type { Account } from "../account";
import { evaluateRole, type RoleRights } from "../iam";
import { findKey } from "../kms";
import { evaluateSecretAccess, type Secret } from "../secretsmanager";

/** The ECS agent while it acts with a task's execution role. */
export interface Agent {
    readonly role: RoleRights;
    readonly session: string;
}

/** What the agent asks for. */
export type AgentRequest = Pick<AccessRequest, "action" | "resource"> &
    Partial<Pick<AccessRequest, "context">>;

/** Why the agent may not do something with its execution role; `undefined` if it may. */
export function refusal({ role, session }: Agent, request: AgentRequest): string | undefined {
    const { verdict, by } = evaluateRole(role, request);
    return explainRefusal(verdict, session, request, by);
}

/** Why the agent may not read a secret, which has a policy of its own; `undefined` if it may. */
export function secretRefusal(
    account: Account,
    agent: Agent,
    secret: Pick<Secret, "arn" | "policy">,
    request: AgentRequest,
): string | undefined {
    const asked = { context: {}, ...request, principalArn: agent.role.arn };
    const identity = evaluateRole({ ...agent.role, boundary: undefined }, request).verdict;
    const verdict = evaluateSecretAccess(account, secret, asked, agent.role.identity);
    return (
        explainRefusal(verdict, agent.session, request, blame(verdict, identity)) ??
        boundaryRefusal(agent, request)
    );
}

/** Why a store may not decrypt with a key for the agent; `undefined` if it may. */
export function keyRefusal(
    account: Account,
    agent: Agent,
    store: SecretStore,
    { keyId, arn, versionId }: { keyId: string; arn: string; versionId?: string },
): string | undefined {
    const at = account.ofArn(arn);
    const key = findKey(at, keyId);
    if (!key?.usable) {
        return `${keyId} is disabled, pending deletion or does not exist.`;
    }
    const request: AccessRequest = {
        action: "kms:Decrypt",
        resource: key.arn,
        principalArn: agent.role.arn,
        context: {
            "kms:CallerAccount": [account.id],
            "kms:EncryptionAlgorithm": ["SYMMETRIC_DEFAULT"],
            "kms:ViaService": [viaServices(store, key.arn, at.location)[0]],
            [STORE_FACTS[store].contextKey]: [arn],
            ...(versionId !== undefined && {
                "kms:EncryptionContext:SecretVersionId": [versionId],
            }),
        },
    };
    const identity = evaluateRole({ ...agent.role, boundary: undefined }, request).verdict;
    const verdict = evaluateKeyAccess(request, agent.role.identity, key.policy);
    return (
        explainRefusal(verdict, agent.session, request, blame(verdict, identity)) ??
        boundaryRefusal(agent, request)
    );
}

type Blamed = "identity-based policy" | "resource-based policy" | "permissions boundary";

function boundaryRefusal({ role, session }: Agent, request: AgentRequest): string | undefined {
    if (role.boundary === undefined) {
        return undefined;
    }
    const { verdict } = evaluateRole({ ...role, identity: [role.boundary] }, request);
    return explainRefusal(verdict, session, request, "permissions boundary");
}

/** Where two policies decide together, AWS names the one that keeps the agent from it. */
function blame(verdict: Verdict, identity: Verdict): Blamed {
    const isDeniedByRole = identity.answer === "denied" && identity.reason === "explicit-deny";
    const isOfResource =
        verdict.answer === "denied" &&
        (verdict.reason === "key-policy" ||
            (verdict.reason === "explicit-deny" && !isDeniedByRole));
    return isOfResource ? "resource-based policy" : "identity-based policy";
}

/** The text of an access denial; a verdict that is no answer is said to be one of the simulation. */
function explainRefusal(
    verdict: Verdict,
    session: string,
    { action, resource }: AgentRequest,
    blamed: Blamed,
): string | undefined {
    if (verdict.answer === "allowed") {
        return undefined;
    }
    if (verdict.answer === "undetermined") {
        return `the simulation cannot tell whether ${action} is allowed: ${verdict.explanation}`;
    }
    const article = blamed === "identity-based policy" ? "an" : "a";
    const why =
        verdict.reason === "explicit-deny"
            ? `with an explicit deny in ${article} ${blamed}`
            : `because no ${blamed} allows the ${action} action`;
    return `User: ${session} is not authorized to perform: ${action} on resource: ${resource} ${why}`;
}
