import { compare } from "../../finding";
import type { RenderedDocument } from "../rights";

/** What the policy of the queue is for. */
export interface QueueUse {
    readonly queueArn: string;
    /** The rules whose undelivered events the queue takes, at least one. */
    readonly ruleArns: readonly string[];
    readonly account: string;
}

/**
 * The policy of the queue: these rules may put there what they could not deliver. The state
 * machine needs no statement here: its own role, of the same account, allows it to.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-event-delivery.html#eb-rule-dlq
 */
export function planQueuePolicy(use: QueueUse): RenderedDocument<object> {
    return {
        Version: "2012-10-17",
        Statement: [
            {
                Sid: "TakeUndeliveredEvents",
                Effect: "Allow",
                Principal: { Service: "events.amazonaws.com" },
                Action: "sqs:SendMessage",
                Resource: use.queueArn,
                Condition: {
                    ArnEquals: { "aws:SourceArn": [...new Set(use.ruleArns)].sort(compare) },
                    StringEquals: { "aws:SourceAccount": use.account },
                },
            },
        ],
    };
}
