import type { Account } from "../account";
import { secretSuffix } from "../ids";
import { findKey } from "../kms";
import { refuseMalformed } from "../policy-refusal";
import {
    AwsError,
    canonicalJson,
    text,
    type Properties,
    type ResourceType,
} from "../resource-type";
import { isAwsManagedKey } from "../../../core";
import { findSecret, requireSecret, secrets, type Secret } from "./secrets";

/** The resource type of secrets; their values are in their versions. */
export const secret: ResourceType = {
    token: "aws:secretsmanager/secret:Secret",
    autoName: "name",
    defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
    replaceOn: ["name", "namePrefix"],
    canonical: { policy: canonicalJson },
    computed: ["arn", "namePrefix", "policy", "tagsAll"],
    create(account, inputs) {
        const name = text(inputs, "name");
        refuseMalformedPolicy(inputs);
        const created: Secret = {
            name,
            arn: account.arn("secretsmanager", `secret:${name}-${secretSuffix()}`),
            versions: [],
            ...readKey(account, "CreateSecret", inputs),
        };
        if (!secrets(account).create(name, created)) {
            refuseTakenName(secrets(account).get(name));
        }
        return { id: created.arn, outputs: describe(created, inputs) };
    },
    read(account, id, outputs) {
        const found = findSecret(account, id);
        return found && !found.scheduledForDeletion ? describe(found, outputs) : undefined;
    },
    update(account, id, inputs) {
        refuseMalformedPolicy(inputs);
        const { kmsKeyId: _old, ...rest } = requireSecret(account, "UpdateSecret", id);
        const updated = { ...rest, ...readKey(account, "UpdateSecret", inputs) };
        secrets(account).put(updated.name, updated);
        return { id, outputs: describe(updated, inputs) };
    },
    delete(account, id, outputs) {
        const found = findSecret(account, id);
        if (found && outputs.recoveryWindowInDays === 0) {
            secrets(account).delete(found.name);
        } else if (found) {
            secrets(account).put(found.name, { ...found, scheduledForDeletion: true });
        }
    },
};

function describe(found: Secret, properties: Properties): Properties {
    return { policy: "", ...properties, arn: found.arn };
}

function readKey(
    account: Account,
    operation: string,
    inputs: Properties,
): Pick<Secret, "kmsKeyId"> {
    const kmsKeyId = text(inputs, "kmsKeyId");
    if (kmsKeyId === "" || isAwsManagedKey(kmsKeyId)) {
        return {};
    }
    const key = findKey(account, kmsKeyId);
    if (!key?.usable) {
        const message = "Can't access the KMS key: it is not found or not enabled.";
        throw new AwsError(`Secrets Manager: ${operation}`, "InvalidRequestException", message);
    }
    return { kmsKeyId: key.arn };
}

function refuseMalformedPolicy(inputs: Properties): void {
    const policy = text(inputs, "policy");
    if (policy !== "") {
        const operation = "Secrets Manager: PutResourcePolicy";
        refuseMalformed(operation, "MalformedPolicyDocumentException", policy);
    }
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
