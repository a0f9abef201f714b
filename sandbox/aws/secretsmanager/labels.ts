import { AwsError } from "../resource-type";
import type { Secret, SecretVersion } from "./secrets";

/** The label of the version that is read if none is named. */
export const CURRENT = "AWSCURRENT";
const PREVIOUS = "AWSPREVIOUS";

/** A staging label of a secret is to be moved or taken away. */
export interface LabelChange {
    readonly label: string;
    readonly moveTo?: string;
    readonly removeFrom?: string;
}

/** All versions of a secret in the order of their making, also those without a label. */
export function allVersions(secret: Secret): SecretVersion[] {
    const all = [...secret.deprecated, ...secret.versions];
    return all.sort((one, other) => one.position - other.position);
}

/** Finds the version that has a label. */
export function findLabelled(secret: Secret, label: string): SecretVersion | undefined {
    return secret.versions.find(({ stages }) => stages.includes(label));
}

/** The secret with one version more, which gets its labels from those that had them. */
export function withVersion(
    secret: Secret,
    added: Omit<SecretVersion, "stages" | "position">,
    labels: readonly string[],
): Secret {
    // AWS gives the first version the current label, whatever is asked.
    const position = allVersions(secret).length;
    const isFirst = position === 0;
    const wanted = isFirst ? [...new Set([CURRENT, ...labels])] : labels;
    const versions = [...secret.versions, { ...added, position, stages: [] }];
    return wanted.reduce<Secret>((one, label) => moved(one, label, added.versionId), {
        ...secret,
        versions,
    });
}

/**
 * The secret with a label moved or taken away, or why AWS refuses it.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_UpdateSecretVersionStage.html
 */
export function withLabelChange(secret: Secret, change: LabelChange): Secret {
    const { label, moveTo, removeFrom } = change;
    const holder = findLabelled(secret, label)?.versionId;
    if (moveTo !== undefined && !allVersions(secret).some((one) => one.versionId === moveTo)) {
        const message = `Secrets Manager can't find the specified secret version: ${moveTo}.`;
        throw new AwsError(OPERATION, "ResourceNotFoundException", message);
    }
    if (moveTo === undefined && label === CURRENT) {
        refuse(
            `You can only move staging label ${CURRENT} to a different secret version. It can’t be completely removed.`,
        );
    }
    if (holder !== undefined && holder !== moveTo && removeFrom === undefined) {
        refuse(
            `The parameter RemoveFromVersionId can't be empty. Staging label ${label} is currently attached to version ${holder}, so you must explicitly reference that version in RemoveFromVersionId.`,
        );
    }
    if (removeFrom !== undefined && holder !== removeFrom) {
        refuse(
            `The staging label ${label} is not attached to version ${removeFrom}, which RemoveFromVersionId names.`,
        );
    }
    return moveTo === undefined ? without(secret, label) : moved(secret, label, moveTo);
}

const OPERATION = "Secrets Manager: UpdateSecretVersionStage";

function refuse(message: string): never {
    throw new AwsError(OPERATION, "InvalidParameterException", message);
}

/** The label goes to one version; the one that was current until then becomes the previous one. */
function moved(secret: Secret, label: string, versionId: string): Secret {
    const holder = findLabelled(secret, label);
    if (holder?.versionId === versionId) {
        return secret;
    }
    const given = mapVersions(without(secret, label), (one) =>
        one.versionId === versionId ? { ...one, stages: [...one.stages, label].sort() } : one,
    );
    return label === CURRENT && holder ? moved(given, PREVIOUS, holder.versionId) : given;
}

function without(secret: Secret, label: string): Secret {
    return mapVersions(secret, (one) => ({
        ...one,
        stages: one.stages.filter((stage) => stage !== label),
    }));
}

/** Versions in the order of their making, parted by whether they have a label. */
function mapVersions(secret: Secret, map: (version: SecretVersion) => SecretVersion): Secret {
    const all = allVersions(secret).map(map);
    return {
        ...secret,
        versions: all.filter(({ stages }) => stages.length > 0),
        deprecated: all.filter(({ stages }) => stages.length === 0),
    };
}
