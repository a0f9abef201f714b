import type { Account } from "../account";
import { AwsError } from "../resource-type";

/** Where the rules of AWS services listen; the simulation has no other event bus. */
const DEFAULT_BUS = "default";

/** A rule as the simulated Amazon EventBridge keeps it, with its targets. */
export interface Rule {
    readonly name: string;
    readonly arn: string;
    /** The event pattern, valid. */
    readonly eventPattern: string;
    readonly state: "DISABLED" | "ENABLED" | "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS";
    readonly targets: readonly Target[];
}

/** Where a rule sends the events that match. */
export interface Target {
    readonly id: string;
    readonly arn: string;
    readonly roleArn?: string;
    /** JSON that is sent in place of the event. */
    readonly input?: string;
    readonly deadLetterArn?: string;
    readonly maximumRetryAttempts: number;
}

/** The rules by their names. */
export const rules = (account: Account) => account.collection<Rule>("events-rules");

/** All rules, in the order of their names. */
export const listRules = (account: Account) => rules(account).list();

/** The rule of a name, or the refusal of an operation on one that does not exist. */
export function requireRule(account: Account, operation: string, name: string): Rule {
    const found = rules(account).get(name);
    if (!found) {
        const message = `Rule ${name} does not exist on EventBus ${DEFAULT_BUS}.`;
        throw new AwsError(`EventBridge: ${operation}`, "ResourceNotFoundException", message);
    }
    return found;
}

/** Refuses an event bus of one's own: AWS services send their events to the default one. */
export function refuseBus(account: Account, bus: string): void {
    const known = ["", DEFAULT_BUS, account.arn("events", `event-bus/${DEFAULT_BUS}`)];
    if (!known.includes(bus)) {
        throw new Error(`simulated AWS: there is no event bus ${bus}, only the default one`);
    }
}
