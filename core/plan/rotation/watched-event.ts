import { isPartialSecretArn, type SecretReference, type SecretStore } from "../../reference";
import { secretBehind, type Location } from "../rights/location";

/** What tells the events of some secrets from those of all others: the store and the label. */
export interface EventKind {
    readonly store: SecretStore;
    /** The staging label that moves to a new version; parameters have none. */
    readonly label?: string;
}

/** The events of one secret, as a rule listens for them. */
export interface WatchedEvent extends EventKind {
    /** The ARN of a secret, what its ARN begins with, or the name of a parameter. */
    readonly match: PatternValue;
}

/** A value of an event pattern. */
export type PatternValue = string | { readonly prefix: string };

/**
 * The events that tell that what a reference injects has changed.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/event-detail-secret-label-updated-secretsmanager.html
 * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/monitoring-systems-manager-event-examples.html
 */
export function planWatchedEvents(
    reference: SecretReference,
    location: Location,
): readonly WatchedEvent[] {
    // Parameter Store tells nothing of a secret that is read through it.
    const watched = secretBehind(reference, location) ?? reference;
    if (watched.store === "ssm") {
        return eventNames(watched).map((match) => ({ store: "ssm", match }));
    }
    const { arn, versionStage } = watched;
    return [{ store: "secretsmanager", label: watchedLabel(versionStage), match: matchArn(arn) }];
}

/**
 * The label whose move tells that a version stage names another version.
 * AWSPREVIOUS has no event of its own, and moves whenever AWSCURRENT does.
 */
export function watchedLabel(versionStage: string | undefined): string {
    return !versionStage || versionStage === "AWSPREVIOUS" ? "AWSCURRENT" : versionStage;
}

function matchArn(arn: string): PatternValue {
    const withoutPattern = arn.replace(/-\?{6}$/, "");
    return withoutPattern !== arn || isPartialSecretArn(arn)
        ? { prefix: `${withoutPattern}-` }
        : arn;
}

/** The event carries the name, which an ARN does not tell: that of /x and of x is the same. */
function eventNames({ name, arn }: { name: string; arn?: string }): string[] {
    return arn === undefined || name.includes("/") ? [name] : [`/${name}`, name];
}
