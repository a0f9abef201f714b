import { managedPolicyDocument, parseNamedPolicy, type NamedPolicy } from "../../../core";
import type { Account } from "../account";
import type { Tags } from "../resource-type";

/** A customer managed policy as the simulated IAM keeps it. */
export interface ManagedPolicy {
    readonly name: string;
    readonly arn: string;
    readonly uniqueId: string;
    readonly document: string;
    readonly description: string;
    readonly tags: Tags;
}

/** The customer managed policies by their names. */
export const managedPolicies = (account: Account) =>
    account.collection<ManagedPolicy>("iam-policies");

/** All customer managed policies. */
export const listManagedPolicies = (account: Account) => managedPolicies(account).list();

/** Finds the policy behind an ARN, AWS's own or one of the account; unknown if there is none. */
export function findManagedPolicy(account: Account, arn: string): NamedPolicy {
    const own = listManagedPolicies(account).find((policy) => policy.arn === arn);
    if (own) {
        return parseNamedPolicy(own.name, own.document);
    }
    // AWS's own policies are in every partition, under ARNs of that partition.
    return arn.startsWith(`arn:${account.partition}:`)
        ? managedPolicyDocument(arn)
        : { name: arn, kind: "unknown", why: `it is not of the partition ${account.partition}` };
}
