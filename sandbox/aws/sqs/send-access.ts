import { evaluateService, isAwsManagedKey, type Verdict } from "../../../core";
import type { Account } from "../account";
import { refusal, type Agent } from "../ecs/agent-access";
import { findKey, listGrants } from "../kms";
import { findQueue, queuePolicyOf, type Queue } from "./queues";

/** What Amazon SQS needs of a key for its sender. */
const KEY_ACTIONS = ["kms:Decrypt", "kms:GenerateDataKey"];

/**
 * Why a service may not send to a queue on behalf of a resource; `undefined` if it may.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html#dlq-perms
 */
export function serviceRefusal(
    account: Account,
    queue: Queue,
    service: string,
    sourceArn: string,
): string | undefined {
    const context = {
        "aws:SourceAccount": [account.id],
        "aws:SourceArn": [sourceArn],
    };
    const request = { action: "sqs:SendMessage", resource: queue.arn, context };
    const verdict = evaluateService(request, service, queuePolicyOf(queue));
    return refused(verdict) ?? keyRefusal(account, queue, service, context);
}

/** The key of an encrypted queue is used by the service itself, which no AWS managed key allows. */
function keyRefusal(
    account: Account,
    queue: Queue,
    service: string,
    context: Readonly<Record<string, readonly string[]>>,
): string | undefined {
    const { kmsMasterKeyId: keyId } = queue;
    if (keyId === undefined) {
        return undefined;
    }
    if (isAwsManagedKey(keyId)) {
        return `the policy of the AWS managed key ${keyId} does not let ${service} use it.`;
    }
    const key = findKey(account, keyId);
    if (!key?.usable) {
        return `the key ${keyId} is disabled, pending deletion or does not exist.`;
    }
    const { arn, policy } = key;
    if (policy === "default") {
        return `the default key policy does not let ${service} use ${arn}.`;
    }
    return KEY_ACTIONS.map((action) =>
        refused(evaluateService({ action, resource: arn, context }, service, policy)),
    ).find((refusal) => refusal !== undefined);
}

function refused(verdict: Verdict): string | undefined {
    return verdict.answer === "allowed" ? undefined : verdict.explanation;
}

/** Why a role of the account may not send to a queue; `undefined` if it may. */
export function roleRefusal(account: Account, queueArn: string, agent: Agent): string | undefined {
    const request = { action: "sqs:SendMessage", resource: queueArn, context: {} };
    const queue = findQueue(account, queueArn);
    const side = queue && ({ kind: "policy", policy: queuePolicyOf(queue) } as const);
    const denial = refusal(agent, request, side);
    return denial ?? (queue && roleKeyRefusal(account, queue, agent));
}

function roleKeyRefusal(account: Account, queue: Queue, agent: Agent): string | undefined {
    const { kmsMasterKeyId: keyId } = queue;
    if (keyId === undefined || isAwsManagedKey(keyId)) {
        return undefined;
    }
    const key = findKey(account, keyId);
    if (!key?.usable) {
        return `the key ${keyId} is disabled, pending deletion or does not exist.`;
    }
    const side = { kind: "key", policy: key.policy, grants: listGrants(account, key.arn) } as const;
    return KEY_ACTIONS.map((action) => {
        const context = { "kms:CallerAccount": [account.id] };
        return refusal(agent, { action, resource: key.arn, context }, side);
    }).find((reason) => reason !== undefined);
}
