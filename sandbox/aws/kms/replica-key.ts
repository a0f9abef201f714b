import type { Account } from "../account";
import { canonicalJson, type Properties, type ResourceType } from "../resource-type";
import {
    findWindowFailures,
    policyOf,
    primaryArnOf,
    readKey,
    readSettings,
    replicate,
    scheduleDeletion,
    updateKey,
} from "./key-settings";
import type { Key } from "./keys";

/**
 * The resource type of the copy of a key in another region: it has the key's id and material, and a
 * policy, aliases and grants of its own.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-replicate.html
 */
export const replicaKey: ResourceType = {
    token: "aws:kms/replicaKey:ReplicaKey",
    defaults: { bypassPolicyLockoutSafetyCheck: false, deletionWindowInDays: 30, enabled: true },
    required: ["primaryKeyArn"],
    replaceOn: ["primaryKeyArn"],
    canonical: { policy: canonicalJson },
    validate: findWindowFailures,
    computed: ["arn", "keyId", "keyRotationEnabled", "keySpec", "keyUsage", "policy", "tagsAll"],
    create(account, inputs) {
        const settings = readSettings(account, "ReplicateKey", inputs, inputs.enabled);
        const created = replicate(account, inputs, settings);
        return { id: created.id, outputs: describe(account, created, inputs) };
    },
    read(account, id, outputs) {
        const found = readKey(account, id);
        return found && describe(account, found, outputs);
    },
    update(account, id, inputs) {
        const settings = readSettings(account, "PutKeyPolicy", inputs, inputs.enabled);
        return { id, outputs: describe(account, updateKey(account, id, settings), inputs) };
    },
    delete: scheduleDeletion,
};

function describe(account: Account, found: Key, properties: Properties): Properties {
    return {
        ...properties,
        arn: found.arn,
        keyId: found.id,
        keyRotationEnabled: false,
        keySpec: "SYMMETRIC_DEFAULT",
        keyUsage: "ENCRYPT_DECRYPT",
        policy: policyOf(account, found),
        primaryKeyArn: primaryArnOf(found),
    };
}
