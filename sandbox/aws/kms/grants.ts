import type { Account } from "../account";

/** A grant as the simulated AWS KMS keeps it. */
export interface Grant {
    readonly grantId: string;
    readonly grantToken: string;
    readonly name: string;
    readonly keyArn: string;
    readonly grantee: string;
    readonly operations: readonly string[];
    readonly constraints: readonly GrantConstraint[];
}

/** What an encryption context must be, or hold, for a grant to apply. */
export interface GrantConstraint {
    readonly kind: "equals" | "subset";
    readonly context: Readonly<Record<string, string>>;
}

/** The grants by their ids. */
export const grants = (account: Account) => account.collection<Grant>("kms-grants");

/** The grants of a key. */
export function listGrants(account: Account, keyArn: string): Grant[] {
    return grants(account.ofArn(keyArn))
        .list()
        .filter((grant) => grant.keyArn === keyArn);
}
