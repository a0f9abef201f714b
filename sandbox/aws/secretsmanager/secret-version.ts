import { text, type Properties, type ResourceType } from "../resource-type";
import { keepSecret } from "./keep-secret";
import { CURRENT, findLabelled, withLabelChange } from "./labels";
import { addVersion } from "./put-secret-value";
import { findAbsence, findSecret, requireSecret, type Secret, type SecretVersion } from "./secrets";

/** The resource type of the versions of secrets, which hold the values. */
export const secretVersion: ResourceType = {
    token: "aws:secretsmanager/secretVersion:SecretVersion",
    required: ["secretId"],
    replaceOn: ["secretBinary", "secretId", "secretString", "secretStringWoVersion"],
    computed: ["arn", "hasSecretStringWo", "secretArn", "versionId", "versionStages"],
    create(account, inputs) {
        const owner = requireSecret(account, "PutSecretValue", text(inputs, "secretId"));
        const labels = (inputs.versionStages as string[] | undefined) ?? [CURRENT];
        const versionId = addVersion(account, owner, readValue(inputs), labels);
        const added = findVersion(findSecret(account, owner.arn), versionId);
        return {
            id: `${owner.arn}|${versionId}`,
            outputs: { ...describe(added ?? NONE, inputs), ...arns(owner.arn) },
        };
    },
    /** A version without a label is deprecated: for the provider it is gone. */
    read(account, id, outputs) {
        const [arn, versionId] = id.split("|");
        const secret = findSecret(account, arn);
        const found = findAbsence(secret) ? undefined : findVersion(secret, versionId);
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
        const has = findVersion(owner, versionId)?.stages ?? [];
        const wanted = (inputs.versionStages as string[] | undefined) ?? has;
        const updated = withLabels(owner, versionId, has, wanted);
        keepSecret(account, updated);
        const outputs = describe(findVersion(updated, versionId) ?? NONE, inputs);
        return { id, outputs: { ...outputs, ...arns(owner.arn) } };
    },
    /**
     * The provider takes away the labels that it last saw there; AWS keeps a version as long as it
     * has one, and the current label cannot be taken away.
     */
    delete(account, id, outputs) {
        const [arn, versionId] = id.split("|");
        const found = findSecret(account, arn);
        if (!found || findAbsence(found)) {
            return;
        }
        const labels = ((outputs.versionStages ?? []) as string[]).filter((one) => one !== CURRENT);
        labels.forEach((label) => {
            const owner = requireSecret(account, "UpdateSecretVersionStage", arn);
            keepSecret(account, withLabelChange(owner, { label, removeFrom: versionId }));
        });
    },
};

const NONE: SecretVersion = { versionId: "", position: 0, stages: [], value: "" };

const arns = (arn: string) => ({ arn, secretArn: arn });

function findVersion(secret: Secret | undefined, versionId: string): SecretVersion | undefined {
    return secret?.versions.find((one) => one.versionId === versionId);
}

/** As the provider does: labels are added one by one, then those not wanted are taken away. */
function withLabels(
    owner: Secret,
    versionId: string,
    has: readonly string[],
    wanted: readonly string[],
): Secret {
    const added = wanted.filter((label) => !has.includes(label));
    const removed = has.filter((label) => !wanted.includes(label) && label !== CURRENT);
    const given = added.reduce((secret, label) => {
        const removeFrom = findLabelled(secret, label)?.versionId;
        return withLabelChange(secret, { label, moveTo: versionId, removeFrom });
    }, owner);
    // The previous label has left with the current one's coming.
    return removed
        .filter((label) => findLabelled(given, label)?.versionId === versionId)
        .reduce(
            (secret, label) => withLabelChange(secret, { label, removeFrom: versionId }),
            given,
        );
}

function describe({ versionId, stages }: SecretVersion, properties: Properties): Properties {
    const { secretStringWo: _neverPutOut, ...rest } = properties;
    const hasSecretStringWo = properties.secretStringWoVersion !== undefined;
    return { ...rest, hasSecretStringWo, versionId, versionStages: stages };
}

function readValue(inputs: Properties): string {
    if (inputs.secretBinary !== undefined) {
        throw new Error(
            "simulated AWS: secretBinary is not simulated, as Amazon ECS cannot inject it",
        );
    }
    return text(inputs, "secretString") || text(inputs, "secretStringWo");
}
