import type { Account } from "../account";
import { refuseMalformedResource } from "../policy-refusal";
import { AwsError, readTags, text, type Properties } from "../resource-type";
import { defaultKeyPolicy } from "./default-policy";
import { keys, requireKey, type Key } from "./keys";

/** What can be said of a key, whichever type made it. */
type Settings = Pick<Key, "description" | "policy" | "state" | "tags">;

/** Reads what can be said of a key; `isEnabled` is the input that its type has for that. */
export function readSettings(
    account: Account,
    operation: string,
    inputs: Properties,
    isEnabled: unknown,
): Settings {
    const policy = text(inputs, "policy");
    if (policy !== "") {
        refuseKeyPolicy(account, operation, policy);
    }
    return {
        ...(policy !== "" && { policy }),
        description: text(inputs, "description"),
        state: isEnabled === false ? "Disabled" : "Enabled",
        tags: readTags(inputs),
    };
}

/** Refuses a key policy that AWS would refuse. */
export function refuseKeyPolicy(account: Account, operation: string, policy: string): void {
    refuseMalformedResource(account, policy, {
        operation: `KMS: ${operation}`,
        code: "MalformedPolicyDocumentException",
        principals: "Policy contains a statement with one or more invalid principals.",
        // Source: https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
        size: {
            max: 32_768,
            code: "LimitExceededException",
            message: "The key policy is larger than 32768 bytes.",
        },
    });
}

/** Changes a key. A policy that another resource gave it stays, unless this one says another. */
export function updateKey(account: Account, id: string, settings: Settings): Key {
    const { policy, ...found } = requireKey(account, "PutKeyPolicy", id);
    const updated: Key = { ...(policy !== undefined && { policy }), ...found, ...settings };
    keys(account).put(id, updated);
    return updated;
}

/** The key of an id, as long as it is not to be deleted. */
export function readKey(account: Account, id: string): Key | undefined {
    const found = keys(account).get(id);
    return found?.state === "PendingDeletion" ? undefined : found;
}

/** Begins the time after which AWS deletes a key, in which it cannot be used any more. */
export function scheduleDeletion(account: Account, id: string): void {
    const found = keys(account).get(id);
    if (found) {
        keys(account).put(id, { ...found, state: "PendingDeletion" });
    }
}

/** The policy of a key, which has one always. */
export function policyOf(account: Account, { policy }: Key): string {
    return policy ?? defaultKeyPolicy(account);
}

/** Keeps a copy, in the account's region, of a key that was made to be in several. */
export function replicate(account: Account, inputs: Properties, settings: Settings): Key {
    const refuse = (code: string, message: string): never => {
        throw new AwsError("KMS: ReplicateKey", code, message);
    };
    const primaryArn = text(inputs, "primaryKeyArn");
    const primary = requireKey(account.inRegionOf(primaryArn), "ReplicateKey", primaryArn);
    if (
        primary.primaryRegion === undefined ||
        !primary.arn.includes(`:${primary.primaryRegion}:`)
    ) {
        refuse(
            "UnsupportedOperationException",
            `${primary.arn} is not a multi-Region primary key.`,
        );
    }
    const { id, origin, primaryRegion } = primary;
    const arn = account.arn("kms", `key/${id}`);
    const replica: Key = { ...settings, id, arn, origin, primaryRegion };
    if (!keys(account).create(id, replica)) {
        refuse("AlreadyExistsException", `Key '${arn}' already exists.`);
    }
    return replica;
}

/** The ARN of the key that a copy was made of. */
export function primaryArnOf({ arn, primaryRegion }: Key): string {
    return arn.replace(/^(arn:[^:]+:kms:)[^:]+/, `$1${primaryRegion}`);
}

/** Inputs of how long AWS waits before it deletes a key. */
export function findWindowFailures({ deletionWindowInDays: days }: Properties) {
    return typeof days !== "number" || (days >= 7 && days <= 30)
        ? []
        : [
              {
                  property: "deletionWindowInDays",
                  reason: "simulated AWS: expected deletionWindowInDays to be in the range (7 - 30)",
              },
          ];
}
