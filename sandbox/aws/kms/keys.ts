import { createHash } from "node:crypto";
import { parseNamedPolicy, type NamedPolicy } from "../../../core";
import type { Account } from "../account";
import { AwsError, type Tags } from "../resource-type";

/** A customer managed key as the simulated AWS KMS keeps it. */
export interface Key {
    readonly id: string;
    readonly arn: string;
    readonly description: string;
    /** Absent: the default key policy, which delegates to the account. */
    readonly policy?: string;
    readonly state: "Enabled" | "Disabled" | "PendingDeletion" | "PendingImport";
    readonly tags: Tags;
    /** `EXTERNAL` where the material is imported. */
    readonly origin: "AWS_KMS" | "EXTERNAL";
    /** Where the key that it is one with was made; absent for a key of one region. */
    readonly primaryRegion?: string;
}

/** Another name of a key. */
export interface Alias {
    readonly name: string;
    readonly arn: string;
    readonly keyId: string;
}

/** The keys by their ids. */
export const keys = (account: Account) => account.collection<Key>("kms-keys");

/** The aliases by their names. */
export const aliases = (account: Account) => account.collection<Alias>("kms-aliases");

/** A key as a store uses it. */
export interface KeyRights {
    readonly id: string;
    readonly arn: string;
    /** Whose key it is: that of the account, or AWS's own for one service. */
    readonly manager: "AWS" | "CUSTOMER";
    readonly description: string;
    readonly state: Key["state"];
    readonly usable: boolean;
    readonly policy: NamedPolicy | "default";
    readonly tags: Tags;
    readonly origin: Key["origin"];
    readonly primaryRegion?: string;
    /** The names of its aliases. */
    readonly aliases: readonly string[];
}

/** Finds a key by its id or ARN, or by the name or ARN of an alias. */
export function findKey(account: Account, keyId: string): KeyRights | undefined {
    const at = account.ofArn(keyId);
    const alias = findAlias(at, keyId);
    const own = keys(at)
        .list()
        .find(({ arn, id }) => arn === keyId || id === keyId || id === alias?.keyId);
    return own ? describeOwn(at, own) : findAwsManaged(at, keyId);
}

/** Finds an alias by its name or ARN, one of the account or one of AWS. */
export function findAlias(account: Account, nameOrArn: string): Alias | undefined {
    const at = account.ofArn(nameOrArn);
    return [...aliases(at).list(), ...awsManagedAliases(at)].find(
        ({ name, arn }) => name === nameOrArn || arn === nameOrArn,
    );
}

/** The key of an id, or the refusal of an operation on one that is not there. */
export function requireKey(account: Account, operation: string, id: string): Key {
    const found = keys(account).get(id.split("/").at(-1) ?? id);
    if (!found || found.state === "PendingDeletion") {
        const arn = id.startsWith("arn:") ? id : account.arn("kms", `key/${id}`);
        const message = `Key '${arn}' does not exist`;
        throw new AwsError(`KMS: ${operation}`, "NotFoundException", message);
    }
    return found;
}

function describeOwn(account: Account, { policy, ...key }: Key): KeyRights {
    return {
        ...key,
        manager: "CUSTOMER",
        usable: key.state === "Enabled",
        policy: policy === undefined ? "default" : parseNamedPolicy("the key policy", policy),
        aliases: aliases(account)
            .list()
            .filter(({ keyId }) => keyId === key.id)
            .map(({ name }) => name),
    };
}

/** In an account that is used, the stores have made theirs already. */
const AWS_MANAGED = ["alias/aws/s3", "alias/aws/secretsmanager", "alias/aws/ssm"];

function awsManagedAliases(account: Account): Alias[] {
    return AWS_MANAGED.map((name) => {
        const seed = `${account.id} ${account.region} ${name}`;
        const digits = createHash("sha256").update(seed).digest("hex");
        const keyId = [0, 8, 12, 16, 20].map((from, index, all) =>
            digits.slice(from, all[index + 1] ?? 32),
        );
        return { name, arn: account.arn("kms", name), keyId: keyId.join("-") };
    });
}

function findAwsManaged(account: Account, keyId: string): KeyRights | undefined {
    const alias = awsManagedAliases(account).find((one) =>
        [one.name, one.arn, one.keyId, account.arn("kms", `key/${one.keyId}`)].includes(keyId),
    );
    return (
        alias && {
            id: alias.keyId,
            arn: account.arn("kms", `key/${alias.keyId}`),
            manager: "AWS",
            description: `Default key of ${alias.name} (simulated)`,
            state: "Enabled",
            usable: true,
            policy: "default",
            tags: {},
            origin: "AWS_KMS",
            aliases: [alias.name],
        }
    );
}
