import type { Account } from "./account";
import { secretSuffix, uuid } from "./ids";
import { findKey } from "./kms";
import { isAwsManagedKey } from "./ssm";
import { AwsError, text, type Properties, type ResourceType } from "./resource-type";

/** A version of a secret and the staging labels attached to it. */
export interface SecretVersion {
    readonly versionId: string;
    readonly stages: readonly string[];
    readonly value: string;
}

/** A secret as the simulated Secrets Manager keeps it. */
export interface Secret {
    readonly name: string;
    readonly arn: string;
    /** Absent for the AWS managed key `aws/secretsmanager`. */
    readonly kmsKeyId?: string;
    readonly versions: readonly SecretVersion[];
    readonly scheduledForDeletion?: boolean;
}

const MAX_BYTES = 65_536;

const secrets = (account: Account) => account.collection<Secret>("secretsmanager-secrets");

/** All secrets, also those scheduled for deletion. */
export const listSecrets = (account: Account) => secrets(account).list();

/** Finds a secret by its complete or partial ARN. */
export function findSecret(account: Account, arn: string): Secret | undefined {
    return secrets(account)
        .list()
        .find((secret) => secret.arn === arn || secret.arn.slice(0, -7) === arn);
}

const secret: ResourceType = {
    token: "aws:secretsmanager/secret:Secret",
    autoName: "name",
    defaults: { forceOverwriteReplicaSecret: false, recoveryWindowInDays: 30 },
    replaceOn: ["name"],
    computed: ["arn", "policy", "replicas", "tagsAll"],
    create(account, inputs) {
        const name = text(inputs, "name");
        const created: Secret = {
            name,
            arn: account.arn("secretsmanager", `secret:${name}-${secretSuffix()}`),
            versions: [],
            ...readKey(account, inputs),
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
        const found = requireSecret(account, "UpdateSecret", id);
        const { kmsKeyId: _old, ...rest } = found;
        const updated = { ...rest, ...readKey(account, inputs) };
        secrets(account).put(found.name, updated);
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

const secretVersion: ResourceType = {
    token: "aws:secretsmanager/secretVersion:SecretVersion",
    required: ["secretId"],
    replaceOn: ["secretBinary", "secretId", "secretString"],
    computed: ["arn", "hasSecretStringWo", "versionId", "versionStages"],
    create(account, inputs) {
        const owner = requireSecret(account, "PutSecretValue", text(inputs, "secretId"));
        const value = text(inputs, "secretString");
        if (value === "") {
            const message = "You must provide either SecretString or SecretBinary.";
            throw new AwsError(
                "Secrets Manager: PutSecretValue",
                "InvalidParameterException",
                message,
            );
        }
        if (Buffer.byteLength(value) > MAX_BYTES) {
            const message = `Member must have length less than or equal to ${MAX_BYTES}`;
            throw new AwsError("Secrets Manager: PutSecretValue", "ValidationException", message);
        }
        const version = { versionId: uuid(), stages: ["AWSCURRENT"], value };
        secrets(account).put(owner.name, { ...owner, versions: demote(owner.versions, version) });
        return {
            id: `${owner.arn}|${version.versionId}`,
            outputs: { ...inputs, arn: owner.arn, ...describeVersion(version) },
        };
    },
    read(account, id, outputs) {
        const [arn, versionId] = id.split("|");
        const found = findSecret(account, arn)?.versions.find((one) => one.versionId === versionId);
        return found && { ...outputs, ...describeVersion(found), secretString: found.value };
    },
    delete(account, id) {
        const [arn, versionId] = id.split("|");
        const owner = findSecret(account, arn);
        if (owner) {
            // AWS keeps the current version: it cannot be taken away from a secret.
            const versions = owner.versions.filter(
                (one) => one.versionId !== versionId || one.stages.includes("AWSCURRENT"),
            );
            secrets(account).put(owner.name, { ...owner, versions });
        }
    },
};

/** The resource types of AWS Secrets Manager. */
export const secretsManagerTypes = [secret, secretVersion];

function describe(found: Secret, properties: Properties): Properties {
    return { ...properties, arn: found.arn, policy: "", replicas: [], tagsAll: {} };
}

function describeVersion(version: SecretVersion): Properties {
    const { versionId, stages } = version;
    return { hasSecretStringWo: false, versionId, versionStages: stages };
}

/** A new current version makes the one before it AWSPREVIOUS; older ones lose their labels. */
function demote(versions: readonly SecretVersion[], current: SecretVersion): SecretVersion[] {
    const older = versions.map((version) => ({
        ...version,
        stages: version.stages.includes("AWSCURRENT") ? ["AWSPREVIOUS"] : [],
    }));
    return [...older.filter((version) => version.stages.length > 0), current];
}

function readKey(account: Account, inputs: Properties): Pick<Secret, "kmsKeyId"> {
    const kmsKeyId = text(inputs, "kmsKeyId");
    if (kmsKeyId === "" || isAwsManagedKey(kmsKeyId)) {
        return {};
    }
    const key = findKey(account, kmsKeyId);
    if (!key?.usable) {
        const message = "Can't access the KMS key: it is not found or not enabled.";
        throw new AwsError("Secrets Manager: CreateSecret", "InvalidRequestException", message);
    }
    return { kmsKeyId: key.arn };
}

function requireSecret(account: Account, operation: string, arn: string): Secret {
    const found = findSecret(account, arn);
    if (!found) {
        const message = "Secrets Manager can't find the specified secret.";
        throw new AwsError(`Secrets Manager: ${operation}`, "ResourceNotFoundException", message);
    }
    if (found.scheduledForDeletion) {
        const message =
            "You can't perform this operation on the secret because it was marked for deletion.";
        throw new AwsError(`Secrets Manager: ${operation}`, "InvalidRequestException", message);
    }
    return found;
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
