import type { Account } from "../account";
import { uuid } from "../ids";
import { deliver } from "./delivery";
import { matchesPattern, parseEventPattern } from "./pattern";
import { listRules } from "./rules";

/** An event as AWS services send it to the default event bus of their account and region. */
export interface AwsEvent {
    readonly source: string;
    readonly "detail-type": string;
    readonly resources: readonly string[];
    readonly detail: Readonly<Record<string, unknown>>;
}

/**
 * Sends an event to the account's default event bus: every enabled rule that matches it delivers
 * it to its targets, at once.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
export function publish(account: Account, event: AwsEvent): void {
    const complete = {
        version: "0",
        id: uuid(),
        "detail-type": event["detail-type"],
        source: event.source,
        account: account.id,
        time: new Date().toISOString().replace(/\.\d+Z$/, "Z"),
        region: account.region,
        resources: event.resources,
        detail: event.detail,
    };
    for (const rule of listRules(account)) {
        const { pattern } = parseEventPattern(rule.eventPattern);
        if (rule.state !== "DISABLED" && pattern && matchesPattern(pattern, complete)) {
            rule.targets.forEach((target) => deliver(account, rule, target, complete));
        }
    }
}
