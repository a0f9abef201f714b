import { parseArn } from "../../../core";
import type { Account } from "../account";

/** An event as AWS services send it to the default event bus of their account and region. */
export interface AwsEvent {
    readonly source: string;
    readonly "detail-type": string;
    readonly resources: readonly string[];
    readonly detail: Readonly<Record<string, unknown>>;
}

/** Sends an event to the account's default event bus. */
export function publish(_account: Account, event: AwsEvent): void {
    if (event.resources.some((arn) => !parseArn(arn))) {
        throw new Error(`simulated AWS: an event of ${event.source} speaks of what is no ARN`);
    }
}
