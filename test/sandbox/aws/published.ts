import { listLostEvents } from "../../../sandbox/aws/events";
import * as provider from "../../../sandbox/aws/provider";
import type { TestAccount } from "../../support/simulated-aws";

/**
 * Begins to listen to a service's events of an account, by a rule whose target is not there.
 * Gives a function that tells what was published since.
 */
export function listen({ account }: TestAccount, source: string): () => object[] {
    const eventPattern = JSON.stringify({ source: [source] });
    const rule = provider.create(
        account,
        provider.resourceType("aws:cloudwatch/eventRule:EventRule"),
        { name: "listen", eventPattern, state: "ENABLED" },
    );
    provider.create(account, provider.resourceType("aws:cloudwatch/eventTarget:EventTarget"), {
        rule: rule.id,
        arn: account.arn("sqs", "nowhere"),
    });
    return () =>
        listLostEvents(account).map(({ event }) => ({
            "detail-type": event["detail-type"],
            resources: event.resources,
            detail: event.detail,
        }));
}
