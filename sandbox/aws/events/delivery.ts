import { parseArn } from "../../../core";
import type { Account } from "../account";
import { refusal } from "../ecs/agent-access";
import { append, findQueue, putMessage, serviceRefusal } from "../sqs";
import { assumeRole, findStateMachine, startExecution, takeFault } from "../states";
import { uuid } from "../ids";
import type { Rule, Target } from "./rules";

const EVENTS = "events.amazonaws.com";

/** An event as a rule sees it and a target gets it. */
export interface DeliveredEvent {
    readonly id: string;
    readonly [field: string]: unknown;
}

/** An event that neither its target nor a dead-letter queue got: only the simulation remembers it. */
export interface LostEvent {
    readonly ruleArn: string;
    readonly targetArn: string;
    readonly event: DeliveredEvent;
    /** Why the target did not get it. */
    readonly failure: DeliveryFailure;
    /** Why the dead-letter queue did not get it either. */
    readonly reason: string;
}

/**
 * Why a target did not get an event, in the codes that a dead-letter queue tells.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html#eb-rule-dlq
 */
export interface DeliveryFailure {
    readonly code:
        | "ERROR_FROM_TARGET"
        | "FAILED_TO_ASSUME_ROLE"
        | "NO_PERMISSIONS"
        | "NO_RESOURCE"
        | "THROTTLING";
    readonly message: string;
    /** How often it was tried again, where trying again was of use. */
    readonly retries?: number;
}

const lost = (account: Account) => account.collection<LostEvent>("events-lost");

/** All events that got lost, the oldest first. */
export const listLostEvents = (account: Account) => lost(account).list();

/** Delivers an event to a target of a rule, or to the target's dead-letter queue. */
export function deliver(account: Account, rule: Rule, target: Target, event: DeliveredEvent): void {
    const isQueue = parseArn(target.arn)?.service === "sqs";
    const failure = isQueue
        ? sendToQueue(account, rule, target.arn, target.input ?? JSON.stringify(event))
        : startMachine(account, rule, target, event);
    if (!failure) {
        return;
    }
    const reason = bury(account, rule, target, event, failure);
    if (reason !== undefined) {
        const entry = { ruleArn: rule.arn, targetArn: target.arn, event, failure, reason };
        append(lost(account), entry);
    }
}

function startMachine(
    account: Account,
    rule: Rule,
    { arn, roleArn = "", input, maximumRetryAttempts }: Target,
    event: DeliveredEvent,
): DeliveryFailure | undefined {
    const agent = assumeRole(account, roleArn, EVENTS, rule.arn, event.id);
    if (!agent) {
        const message = `The role ${roleArn} cannot be assumed by ${EVENTS} for ${rule.arn}.`;
        return { code: "FAILED_TO_ASSUME_ROLE", message };
    }
    const denial = refusal(agent, { action: "states:StartExecution", resource: arn });
    if (denial !== undefined) {
        return { code: "NO_PERMISSIONS", message: denial };
    }
    if (!findStateMachine(account, arn)) {
        return { code: "NO_RESOURCE", message: `State Machine Does Not Exist: '${arn}'` };
    }
    for (let retries = 0; ; retries++) {
        const fault = takeFault(account, "states:StartExecution");
        if (fault === undefined) {
            break;
        }
        if (retries >= maximumRetryAttempts) {
            const code = /throttl/i.test(fault) ? "THROTTLING" : "ERROR_FROM_TARGET";
            return { code, message: `${fault} (a fault of the simulation)`, retries };
        }
    }
    const data: unknown = input === undefined ? event : JSON.parse(input);
    startExecution(account, arn, data, `${event.id}_${uuid()}`);
    return undefined;
}

/** Sends an undeliverable event to the dead-letter queue, or says why that cannot be. */
function bury(
    account: Account,
    rule: Rule,
    target: Target,
    event: DeliveredEvent,
    { code, message, retries }: DeliveryFailure,
): string | undefined {
    if (target.deadLetterArn === undefined) {
        return "The target has no dead-letter queue.";
    }
    return sendToQueue(account, rule, target.deadLetterArn, JSON.stringify(event), {
        ERROR_CODE: code,
        ERROR_MESSAGE: message,
        RULE_ARN: rule.arn,
        TARGET_ARN: target.arn,
        ...(retries !== undefined && {
            EXHAUSTED_RETRY_CONDITION: "MaximumRetryAttempts",
            RETRY_ATTEMPTS: String(retries),
        }),
    })?.message;
}

function sendToQueue(
    account: Account,
    rule: Rule,
    queueArn: string,
    body: string,
    attributes?: Readonly<Record<string, string>>,
): DeliveryFailure | undefined {
    const queue = findQueue(account, queueArn);
    if (!queue) {
        return { code: "NO_RESOURCE", message: `There is no queue ${queueArn}.` };
    }
    const denial = serviceRefusal(account, queue, EVENTS, rule.arn);
    if (denial !== undefined) {
        return { code: "NO_PERMISSIONS", message: denial };
    }
    putMessage(account, queue, body, attributes);
    return undefined;
}
