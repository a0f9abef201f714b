import { parseNamedPolicy, type NamedPolicy } from "../../core";
import type { Account } from "./account";
import { uuid } from "./ids";
import { refuseMalformed } from "./policy-refusal";
import { AwsError, canonicalJson, text, type Properties, type ResourceType } from "./resource-type";

interface Key {
    readonly id: string;
    readonly arn: string;
    /** Absent: the default key policy, which delegates to the account. */
    readonly policy?: string;
    readonly state: "Enabled" | "Disabled" | "PendingDeletion";
}

const keys = (account: Account) => account.collection<Key>("kms-keys");

/** A customer managed key as a store uses it. */
export interface KeyRights {
    readonly arn: string;
    readonly usable: boolean;
    readonly policy: NamedPolicy | "default";
}

/** Finds a key by its ARN or id. */
export function findKey(account: Account, keyId: string): KeyRights | undefined {
    const key = keys(account.ofArn(keyId))
        .list()
        .find((candidate) => candidate.arn === keyId || candidate.id === keyId);
    return (
        key && {
            arn: key.arn,
            usable: key.state === "Enabled",
            policy:
                key.policy === undefined
                    ? "default"
                    : parseNamedPolicy("the key policy", key.policy),
        }
    );
}

const key: ResourceType = {
    token: "aws:kms/key:Key",
    defaults: {
        bypassPolicyLockoutSafetyCheck: false,
        customerMasterKeySpec: "SYMMETRIC_DEFAULT",
        enableKeyRotation: false,
        isEnabled: true,
        keyUsage: "ENCRYPT_DECRYPT",
    },
    replaceOn: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
    canonical: { policy: canonicalJson },
    computed: [
        "arn",
        "description",
        "keyId",
        "multiRegion",
        "policy",
        "rotationPeriodInDays",
        "tagsAll",
    ],
    create(account, inputs) {
        const id = uuid();
        const created: Key = {
            id,
            arn: account.arn("kms", `key/${id}`),
            ...readInputs("CreateKey", inputs),
        };
        keys(account).create(id, created);
        return { id, outputs: describe(account, created, inputs) };
    },
    read(account, id, outputs) {
        const found = keys(account).get(id);
        return found && found.state !== "PendingDeletion"
            ? describe(account, found, outputs)
            : undefined;
    },
    update(account, id, inputs) {
        const { arn } = requireKey(account, id);
        const updated: Key = { id, arn, ...readInputs("PutKeyPolicy", inputs) };
        keys(account).put(id, updated);
        return { id, outputs: describe(account, updated, inputs) };
    },
    delete(account, id) {
        const found = keys(account).get(id);
        if (found) {
            keys(account).put(id, { ...found, state: "PendingDeletion" });
        }
    },
};

/** The resource types of AWS Key Management Service. */
export const kmsTypes = [key];

function describe(account: Account, key: Key, properties: Properties): Properties {
    const policy = key.policy ?? JSON.stringify(defaultKeyPolicy(account));
    return {
        description: "",
        multiRegion: false,
        rotationPeriodInDays: 0,
        ...properties,
        arn: key.arn,
        keyId: key.id,
        policy,
    };
}

/**
 * The policy of a key that was made without one: the account decides by its identity policies.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
function defaultKeyPolicy(account: Account) {
    return {
        Version: "2012-10-17",
        Id: "key-default-1",
        Statement: [
            {
                Sid: "Enable IAM User Permissions",
                Effect: "Allow",
                Principal: { AWS: `arn:${account.partition}:iam::${account.id}:root` },
                Action: "kms:*",
                Resource: "*",
            },
        ],
    };
}

function readInputs(operation: string, inputs: Properties): Pick<Key, "policy" | "state"> {
    const policy = text(inputs, "policy");
    if (policy !== "") {
        refuseMalformed(`KMS: ${operation}`, "MalformedPolicyDocumentException", policy);
    }
    return {
        ...(policy !== "" && { policy }),
        state: inputs.isEnabled === false ? "Disabled" : "Enabled",
    };
}

function requireKey(account: Account, id: string): Key {
    const found = keys(account).get(id);
    if (!found) {
        const message = `Key '${account.arn("kms", `key/${id}`)}' does not exist`;
        throw new AwsError("KMS: DescribeKey", "NotFoundException", message);
    }
    return found;
}
