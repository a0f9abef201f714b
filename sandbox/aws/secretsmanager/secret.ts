import type { Account } from "../account";
import { secretSuffix } from "../ids";
import { findKey } from "../kms";
import {
    AwsError,
    canonicalJson,
    readTags,
    text,
    type Properties,
    type ResourceType,
} from "../resource-type";
import { isAwsManagedKey } from "../../../core";
import { copySecret, keepSecret } from "./keep-secret";
import { refuseMalformedPolicy } from "./secret-policy";
import { findSecret, requireSecret, secrets, type Secret } from "./secrets";

/** The resource type of secrets; their values are in their versions. */
export const secret: ResourceType = {
    token: "aws:secretsmanager/secret:Secret",
    autoName: "name",
    defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
    replaceOn: ["name", "namePrefix"],
    canonical: { policy: canonicalJson },
    computed: ["arn", "namePrefix", "policy", "tagsAll"],
    validate: ({ recoveryWindowInDays: days }) =>
        typeof days !== "number" || days === 0 || (days >= 7 && days <= 30)
            ? []
            : [
                  {
                      property: "recoveryWindowInDays",
                      reason: "simulated AWS: expected recoveryWindowInDays to be 0 or in the range (7 - 30)",
                  },
              ],
    create(account, inputs) {
        const name = text(inputs, "name");
        const created: Secret = {
            name,
            arn: account.arn("secretsmanager", `secret:${name}-${secretSuffix()}`),
            versions: [],
            deprecated: [],
            ...readInputs(account, "CreateSecret", inputs),
        };
        if (!secrets(account).create(name, created)) {
            refuseTakenName(secrets(account).get(name));
        }
        copySecret(account, created, []);
        return { id: created.arn, outputs: describe(created, inputs) };
    },
    read(account, id, outputs) {
        const found = findSecret(account, id);
        return found && !found.scheduledForDeletion ? describe(found, outputs) : undefined;
    },
    update(account, id, inputs) {
        const { kmsKeyId: _old, ...rest } = requireSecret(account, "UpdateSecret", id);
        const updated = { ...rest, ...readInputs(account, "UpdateSecret", inputs) };
        keepSecret(account, updated);
        return { id, outputs: describe(updated, inputs) };
    },
    delete(account, id, outputs) {
        const found = findSecret(account, id);
        if (!found) {
            return;
        }
        // The provider ends the replication first: AWS deletes no secret that has copies.
        copySecret(account, { ...found, replicas: [] }, found.replicas);
        if (outputs.recoveryWindowInDays === 0) {
            secrets(account).delete(found.name);
        } else {
            const scheduled = { ...found, replicas: [], scheduledForDeletion: true };
            secrets(account).put(found.name, scheduled);
        }
    },
};

function describe(found: Secret, properties: Properties): Properties {
    return { ...properties, policy: found.policy ?? "", arn: found.arn };
}

/** A policy that another resource gave the secret stays, unless this one says another. */
function readInputs(
    account: Account,
    operation: string,
    inputs: Properties,
): Pick<Secret, "description" | "kmsKeyId" | "policy" | "replicas" | "tags"> {
    const policy = text(inputs, "policy");
    if (policy !== "") {
        refuseMalformedPolicy(account, policy);
    }
    const replicas = (inputs.replicas ?? []) as readonly Properties[];
    return {
        description: text(inputs, "description"),
        tags: readTags(inputs),
        ...(policy !== "" && { policy }),
        ...readKey(account, operation, text(inputs, "kmsKeyId")),
        replicas: replicas.map((replica) => {
            const region = text(replica, "region");
            const key = readKey(account.in(region), operation, text(replica, "kmsKeyId"));
            return { region, ...key };
        }),
    };
}

function readKey(account: Account, operation: string, kmsKeyId: string): Pick<Secret, "kmsKeyId"> {
    if (kmsKeyId === "" || isAwsManagedKey(kmsKeyId)) {
        return {};
    }
    const key = findKey(account, kmsKeyId);
    if (!key?.usable) {
        const message = "Can't access the KMS key: it is not found or not enabled.";
        throw new AwsError(`Secrets Manager: ${operation}`, "InvalidRequestException", message);
    }
    return key.manager === "AWS" ? {} : { kmsKeyId: key.arn };
}

function refuseTakenName(taken: Secret | undefined): never {
    const operation = "Secrets Manager: CreateSecret";
    if (taken?.scheduledForDeletion) {
        const message =
            "You can't create this secret because a secret with this name is already scheduled for deletion.";
        throw new AwsError(operation, "InvalidRequestException", message);
    }
    const message = `The operation failed because the secret ${taken?.name ?? ""} already exists.`;
    throw new AwsError(operation, "ResourceExistsException", message);
}
