import { STORE_FACTS, type SecretsManagerReference } from "../../../core";
import type { Account } from "../account";
import {
    allVersions,
    findAbsence,
    findLabelled,
    findSecret,
    type Secret,
    type SecretVersion,
} from "../secretsmanager";
import { keyRefusal, secretRefusal, type Agent } from "./agent-access";
import { secretError, type TaskStartError } from "./task";

/** Reads a version of a secret with the rights of the agent, or says why it cannot. */
export function readSecretValue(
    account: Account,
    agent: Agent,
    reference: SecretsManagerReference,
): SecretVersion {
    const failed = (message: string) =>
        retried(`failed to fetch secret ${reference.arn} from secrets manager: ${message}`);
    const stage = reference.versionStage ?? "AWSCURRENT";
    const secret = findSecret(account, reference.arn);
    const asked: Pick<Secret, "arn" | "policy"> = secret ?? { arn: reference.arn };
    const denial = secretRefusal(account, agent, asked, {
        action: STORE_FACTS.secretsmanager.action,
        resource: asked.arn,
        context: {
            "secretsmanager:SecretId": [reference.arn],
            "secretsmanager:VersionStage": [stage],
        },
    });
    if (denial) {
        throw failed(`AccessDeniedException: ${denial}`);
    }
    const absence = findAbsence(secret);
    if (!secret || absence) {
        throw failed(`${absence?.code}: ${absence?.message}`);
    }
    const version = findVersion(secret, reference, stage);
    if (typeof version === "string") {
        throw failed(version);
    }
    if (isKeyRefused(account, agent, secret, version.versionId)) {
        throw failed("AccessDeniedException: Access to KMS is not allowed");
    }
    if (reference.jsonKey !== undefined && !hasJsonKey(version.value, reference.jsonKey)) {
        throw retried(
            `retrieved secret from Secrets Manager did not contain json key ${reference.jsonKey}`,
        );
    }
    return version;
}

function retried(message: string): TaskStartError {
    return secretError(
        `unable to retrieve secret from asm: service call has been retried 1 time(s): ${message}`,
    );
}

/** The version, or AWS's words for that there is none such. */
function findVersion(
    secret: Secret,
    { versionId }: SecretsManagerReference,
    stage: string,
): SecretVersion | string {
    const version = versionId
        ? allVersions(secret).find((one) => one.versionId === versionId)
        : findLabelled(secret, stage);
    const which = versionId ? `VersionId: ${versionId}` : `staging label: ${stage}`;
    return (
        version ??
        `ResourceNotFoundException: Secrets Manager can't find the specified secret value for ${which}`
    );
}

/** The AWS managed key is for everybody in its account, and for nobody in another one. */
function isKeyRefused(
    account: Account,
    agent: Agent,
    { arn, kmsKeyId: keyId }: Secret,
    versionId: string,
): boolean {
    return keyId === undefined
        ? account.ofArn(arn).id !== account.id
        : keyRefusal(account, agent, "secretsmanager", { keyId, arn, versionId }) !== undefined;
}

function hasJsonKey(value: string, key: string): boolean {
    try {
        const parsed = JSON.parse(value) as unknown;
        return typeof parsed === "object" && parsed !== null && Object.hasOwn(parsed, key);
    } catch {
        return false;
    }
}
