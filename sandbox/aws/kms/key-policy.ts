import { canonicalJson, text, type ResourceType } from "../resource-type";
import { defaultKeyPolicy } from "./default-policy";
import { refuseKeyPolicy } from "./key-settings";
import { keys, requireKey } from "./keys";

/** The resource type of the policy of a key that another resource made. */
export const keyPolicy: ResourceType = {
    token: "aws:kms/keyPolicy:KeyPolicy",
    defaults: { bypassPolicyLockoutSafetyCheck: false },
    required: ["keyId", "policy"],
    replaceOn: ["keyId"],
    canonical: { policy: canonicalJson },
    computed: [],
    create(account, inputs) {
        const policy = text(inputs, "policy");
        refuseKeyPolicy(account, "PutKeyPolicy", policy);
        const owner = requireKey(account, "PutKeyPolicy", text(inputs, "keyId"));
        keys(account).put(owner.id, { ...owner, policy });
        return { id: owner.id, outputs: inputs };
    },
    read(account, id, outputs) {
        const found = keys(account).get(id);
        return found && found.state !== "PendingDeletion"
            ? { ...outputs, policy: found.policy ?? defaultKeyPolicy(account) }
            : undefined;
    },
    update(account, _id, inputs) {
        return keyPolicy.create(account, inputs);
    },
    delete(account, id) {
        const found = keys(account).get(id);
        if (found) {
            // A key has a policy always: AWS's default one in place of this.
            keys(account).put(id, { ...found, policy: defaultKeyPolicy(account) });
        }
    },
};
