import type { Account } from "../account";
import {
    AwsError,
    canonicalJson,
    text,
    type Properties,
    type ResourceType,
} from "../resource-type";
import { makeKey } from "./key";
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

/** What the types of keys with imported material have in common. */
const imported = {
    defaults: { bypassPolicyLockoutSafetyCheck: false, deletionWindowInDays: 30 },
    canonical: { policy: canonicalJson },
    validate: findWindowFailures,
    delete: scheduleDeletion,
};

const computed = ["arn", "enabled", "expirationModel", "keyState", "keyUsage", "policy", "tagsAll"];

/**
 * The resource type of keys whose material is imported: without any they cannot be used.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/importing-keys.html
 */
export const externalKey: ResourceType = {
    ...imported,
    token: "aws:kms/externalKey:ExternalKey",
    defaults: { ...imported.defaults, keySpec: "SYMMETRIC_DEFAULT", keyUsage: "ENCRYPT_DECRYPT" },
    replaceOn: ["keyMaterialBase64", "keySpec", "keyUsage", "multiRegion"],
    computed: [...computed, "keySpec", "multiRegion"],
    create(account, inputs) {
        const isMultiRegion = inputs.multiRegion === true;
        const settings = readImported(account, "CreateKey", inputs);
        const created = makeKey(account, settings, isMultiRegion, "EXTERNAL");
        return { id: created.id, outputs: describeExternal(account, created, inputs) };
    },
    read(account, id, outputs) {
        const found = readKey(account, id);
        return found && describeExternal(account, found, outputs);
    },
    update(account, id, inputs) {
        const updated = updateKey(account, id, readImported(account, "PutKeyPolicy", inputs));
        return { id, outputs: describeExternal(account, updated, inputs) };
    },
};

/** The resource type of the copy of such a key in another region. */
export const replicaExternalKey: ResourceType = {
    ...imported,
    token: "aws:kms/replicaExternalKey:ReplicaExternalKey",
    required: ["primaryKeyArn"],
    replaceOn: ["keyMaterialBase64", "primaryKeyArn"],
    computed: [...computed, "keyId"],
    create(account, inputs) {
        const settings = readImported(account, "ReplicateKey", inputs);
        const created = replicate(account, inputs, settings);
        return { id: created.id, outputs: describeReplica(account, created, inputs) };
    },
    read(account, id, outputs) {
        const found = readKey(account, id);
        return found && describeReplica(account, found, outputs);
    },
    update(account, id, inputs) {
        const updated = updateKey(account, id, readImported(account, "PutKeyPolicy", inputs));
        return { id, outputs: describeReplica(account, updated, inputs) };
    },
};

function readImported(account: Account, operation: string, inputs: Properties) {
    const settings = readSettings(account, operation, inputs, inputs.enabled);
    if (text(inputs, "keyMaterialBase64") !== "") {
        return settings;
    }
    if (inputs.enabled === true) {
        const message = "The key is pending import: it has no key material yet.";
        throw new AwsError("KMS: EnableKey", "KMSInvalidStateException", message);
    }
    return { ...settings, state: "PendingImport" as const };
}

function describe(account: Account, found: Key, properties: Properties): Properties {
    const expires = text(properties, "validTo") !== "";
    return {
        ...properties,
        arn: found.arn,
        enabled: found.state === "Enabled",
        expirationModel:
            found.state === "PendingImport"
                ? ""
                : `KEY_MATERIAL_${expires ? "EXPIRES" : "DOES_NOT_EXPIRE"}`,
        keyState: found.state,
        keyUsage: "ENCRYPT_DECRYPT",
        policy: policyOf(account, found),
    };
}

function describeExternal(account: Account, found: Key, properties: Properties): Properties {
    return {
        ...describe(account, found, properties),
        keySpec: "SYMMETRIC_DEFAULT",
        multiRegion: found.primaryRegion !== undefined,
    };
}

function describeReplica(account: Account, found: Key, properties: Properties): Properties {
    return {
        ...describe(account, found, properties),
        keyId: found.id,
        primaryKeyArn: primaryArnOf(found),
    };
}
