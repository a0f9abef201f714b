import type { Account } from "../account";
import { uuid } from "../ids";
import { refuseMalformed } from "../policy-refusal";
import { canonicalJson, text, type Properties, type ResourceType } from "../resource-type";
import { defaultKeyPolicy } from "./default-policy";
import { keys, requireKey, type Key } from "./keys";

/** The resource type of customer managed keys. */
export const key: ResourceType = {
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
        const arn = account.arn("kms", `key/${id}`);
        const created: Key = { id, arn, ...readInputs("CreateKey", inputs) };
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
        const { arn, policy } = requireKey(account, "PutKeyPolicy", id);
        // A policy that another resource gave the key stays, unless this one says another.
        const kept = policy === undefined ? {} : { policy };
        const updated: Key = { ...kept, id, arn, ...readInputs("PutKeyPolicy", inputs) };
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

function describe(account: Account, found: Key, properties: Properties): Properties {
    return {
        multiRegion: false,
        rotationPeriodInDays: 0,
        ...properties,
        description: found.description,
        arn: found.arn,
        keyId: found.id,
        policy: found.policy ?? defaultKeyPolicy(account),
    };
}

function readInputs(operation: string, inputs: Properties): Omit<Key, "id" | "arn"> {
    const policy = text(inputs, "policy");
    if (policy !== "") {
        refuseMalformed(`KMS: ${operation}`, "MalformedPolicyDocumentException", policy);
    }
    return {
        ...(policy !== "" && { policy }),
        description: text(inputs, "description"),
        state: inputs.isEnabled === false ? "Disabled" : "Enabled",
    };
}
