import * as fs from "node:fs";
import * as path from "node:path";
import { DEFAULT_ACCOUNT_ID, type Account } from "../account";
import { AwsError, type Tags } from "../resource-type";

/** A bucket as the simulated Amazon S3 keeps it. */
export interface Bucket {
    readonly name: string;
    readonly region: string;
    readonly policy?: string;
    /** What it encrypts new objects with; absent: a key of Amazon S3 that nobody needs a right for. */
    readonly keyId?: string;
}

/** An object in a bucket. Its content is kept nowhere. */
export interface StoredObject {
    readonly bucket: string;
    readonly key: string;
    /** The ARN of the key that it was encrypted with; absent for a key of Amazon S3. */
    readonly keyArn?: string;
    readonly tags: Tags;
}

/** The buckets by their names, of whichever region. */
export const buckets = (account: Account) => account.collection<Bucket>("s3-buckets");

/** The objects by bucket and key. */
export const objects = (account: Account) => account.collection<StoredObject>("s3-objects");

/** A bucket and the account that it is of. */
export interface FoundBucket extends Bucket {
    readonly owner: Account;
}

/** Finds a bucket: its name says neither region nor account, and is taken once for all of them. */
export function findBucket(account: Account, name: string): FoundBucket | undefined {
    for (const owner of [account, ...otherAccounts(account)]) {
        const found = buckets(owner).get(name);
        if (found) {
            return { ...found, owner: owner.in(found.region) };
        }
    }
    return undefined;
}

/** The bucket of a name in the account, or the refusal of an operation on one that is not there. */
export function requireBucket(account: Account, operation: string, name: string): Bucket {
    const found = buckets(account).get(name);
    if (!found) {
        throw new AwsError(
            `S3: ${operation}`,
            "NoSuchBucket",
            "The specified bucket does not exist",
        );
    }
    return found;
}

function otherAccounts(account: Account): Account[] {
    const folder = path.join(account.folder, "accounts");
    const ids = fs.existsSync(folder) ? fs.readdirSync(folder).sort() : [];
    return [DEFAULT_ACCOUNT_ID, ...ids]
        .filter((id) => id !== account.id)
        .map((id) => account.of(id));
}
