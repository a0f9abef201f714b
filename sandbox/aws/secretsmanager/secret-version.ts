import { uuid } from "../ids";
import { AwsError, text, type Properties, type ResourceType } from "../resource-type";
import { findSecret, requireSecret, secrets, type SecretVersion } from "./secrets";

const MAX_BYTES = 65_536;
const CURRENT = "AWSCURRENT";
const PREVIOUS = "AWSPREVIOUS";

/** The resource type of the versions of secrets, which hold the values. */
export const secretVersion: ResourceType = {
    token: "aws:secretsmanager/secretVersion:SecretVersion",
    required: ["secretId"],
    replaceOn: ["secretBinary", "secretId", "secretString", "secretStringWoVersion"],
    computed: ["arn", "hasSecretStringWo", "secretArn", "versionId", "versionStages"],
    create(account, inputs) {
        const owner = requireSecret(account, "PutSecretValue", text(inputs, "secretId"));
        const versionId = uuid();
        const added = { versionId, stages: [], value: readValue(inputs) };
        const stages = (inputs.versionStages as string[] | undefined) ?? [CURRENT];
        const versions = moveStages([...owner.versions, added], versionId, stages);
        secrets(account).put(owner.name, { ...owner, versions });
        return {
            id: `${owner.arn}|${versionId}`,
            outputs: { ...describe({ ...added, stages }, inputs), ...arns(owner.arn) },
        };
    },
    read(account, id, outputs) {
        const [arn, versionId] = id.split("|");
        const found = findSecret(account, arn)?.versions.find((one) => one.versionId === versionId);
        const isPutOut = outputs.secretStringWoVersion === undefined;
        return (
            found && {
                ...describe(found, outputs),
                ...arns(arn),
                ...(isPutOut && { secretString: found.value }),
            }
        );
    },
    update(account, id, inputs) {
        const [arn, versionId] = id.split("|");
        const owner = requireSecret(account, "UpdateSecretVersionStage", arn);
        const old = owner.versions.find((one) => one.versionId === versionId);
        const wanted = (inputs.versionStages as string[] | undefined) ?? old?.stages ?? [];
        // AWS moves the current label to another version, and takes it from none.
        const kept = old?.stages.includes(CURRENT) ? [CURRENT] : [];
        const stages = [...new Set([...kept, ...wanted])];
        const versions = moveStages(owner.versions, versionId, stages);
        secrets(account).put(owner.name, { ...owner, versions });
        const outputs = describe({ versionId, stages, value: "" }, inputs);
        return { id, outputs: { ...outputs, ...arns(owner.arn) } };
    },
    delete(account, id) {
        const [arn, versionId] = id.split("|");
        const owner = findSecret(account, arn);
        if (owner) {
            const versions = owner.versions.filter(
                (one) => one.versionId !== versionId || one.stages.includes(CURRENT),
            );
            secrets(account).put(owner.name, { ...owner, versions });
        }
    },
};

const arns = (arn: string) => ({ arn, secretArn: arn });

function describe({ versionId, stages }: SecretVersion, properties: Properties): Properties {
    const { secretStringWo: _neverPutOut, ...rest } = properties;
    const hasSecretStringWo = properties.secretStringWoVersion !== undefined;
    return { ...rest, hasSecretStringWo, versionId, versionStages: stages };
}

/**
 * Gives a version its labels, which leave the others. The version that was current becomes the
 * previous one; a version without a label is forgotten.
 */
function moveStages(
    versions: readonly SecretVersion[],
    versionId: string,
    stages: readonly string[],
): SecretVersion[] {
    const current = versions.find((one) => one.stages.includes(CURRENT));
    const isReplaced = stages.includes(CURRENT) && current?.versionId !== versionId;
    const gone = isReplaced ? [...stages, PREVIOUS] : stages;
    return versions
        .map((version) => {
            if (version.versionId === versionId) {
                return { ...version, stages };
            }
            const kept = version.stages.filter((stage) => !gone.includes(stage));
            const isPrevious = isReplaced && version === current;
            return { ...version, stages: isPrevious ? [PREVIOUS, ...kept] : kept };
        })
        .filter((version) => version.stages.length > 0);
}

function readValue(inputs: Properties): string {
    const refuse = (code: string, message: string): never => {
        throw new AwsError("Secrets Manager: PutSecretValue", code, message);
    };
    if (inputs.secretBinary !== undefined) {
        throw new Error(
            "simulated AWS: secretBinary is not simulated, as Amazon ECS cannot inject it",
        );
    }
    const value = text(inputs, "secretString") || text(inputs, "secretStringWo");
    if (value === "") {
        refuse(
            "InvalidParameterException",
            "You must provide either SecretString or SecretBinary.",
        );
    }
    if (Buffer.byteLength(value) > MAX_BYTES) {
        const message = `Member must have length less than or equal to ${MAX_BYTES}`;
        refuse("ValidationException", message);
    }
    return value;
}
