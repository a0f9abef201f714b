import type { Account } from "../account";
import { hex, uuid } from "../ids";
import { canonicalJson, type Properties, type ResourceType } from "../resource-type";
import {
    findWindowFailures,
    policyOf,
    readKey,
    readSettings,
    scheduleDeletion,
    updateKey,
} from "./key-settings";
import { keys, type Key } from "./keys";

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
    validate: findWindowFailures,
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
        const created = makeKey(
            account,
            readSettings(account, "CreateKey", inputs, inputs.isEnabled),
            inputs.multiRegion === true,
        );
        return { id: created.id, outputs: describe(account, created, inputs) };
    },
    read(account, id, outputs) {
        const found = readKey(account, id);
        return found && describe(account, found, outputs);
    },
    update(account, id, inputs) {
        const settings = readSettings(account, "PutKeyPolicy", inputs, inputs.isEnabled);
        return { id, outputs: describe(account, updateKey(account, id, settings), inputs) };
    },
    delete: scheduleDeletion,
};

/** Keeps a new key, of the account's region or for several. */
export function makeKey(
    account: Account,
    settings: ReturnType<typeof readSettings>,
    isMultiRegion: boolean,
    origin: Key["origin"] = "AWS_KMS",
): Key {
    // Source: https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
    const id = isMultiRegion ? `mrk-${hex(32)}` : uuid();
    const arn = account.arn("kms", `key/${id}`);
    const primary = isMultiRegion && { primaryRegion: account.region };
    const created: Key = { ...settings, ...primary, id, arn, origin };
    keys(account).create(id, created);
    return created;
}

function describe(account: Account, found: Key, properties: Properties): Properties {
    return {
        rotationPeriodInDays: 0,
        ...properties,
        multiRegion: found.primaryRegion !== undefined,
        description: found.description,
        arn: found.arn,
        keyId: found.id,
        policy: policyOf(account, found),
    };
}
