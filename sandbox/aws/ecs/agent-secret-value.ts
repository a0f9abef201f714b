import { STORE_FACTS, type SecretsManagerReference } from "../../../core";
import type { Account } from "../account";
import { tagContext } from "../iam";
import {
    allVersions,
    findAbsence,
    findLabelled,
    findSecret,
    secretSide,
    type Secret,
    type SecretVersion,
} from "../secretsmanager";
import { refusal, type Agent, type AgentRequest } from "./agent-access";
import { findKeyProblem } from "./agent-key";
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
    const request = requestOf(account, reference, stage, secret);
    const denial = refusal(agent, request, secretSide(secret));
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
    const problem = findDecryptProblem(account, agent, secret, version.versionId);
    if (problem) {
        throw failed(problem);
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

/** Source: https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html */
function requestOf(
    account: Account,
    { arn, versionId }: SecretsManagerReference,
    stage: string,
    secret: Secret | undefined,
): AgentRequest {
    const region = secret?.primaryRegion ?? account.ofArn(arn).region;
    return {
        action: STORE_FACTS.secretsmanager.action,
        resource: secret?.arn ?? arn,
        context: {
            ...tagContext(["aws:ResourceTag", "secretsmanager:ResourceTag"], secret?.tags ?? {}),
            "secretsmanager:SecretId": [arn],
            "secretsmanager:SecretPrimaryRegion": [region],
            "secretsmanager:VersionId": versionId === undefined ? [] : [versionId],
            "secretsmanager:VersionStage": [stage],
            ...(secret?.rotationLambdaArn !== undefined && {
                "secretsmanager:resource/AllowRotationLambdaArn": [secret.rotationLambdaArn],
            }),
        },
    };
}

/** Why the value cannot be decrypted, in the words of AWS Secrets Manager. */
function findDecryptProblem(
    account: Account,
    agent: Agent,
    { arn, kmsKeyId }: Secret,
    versionId: string,
): string | undefined {
    const problem = findKeyProblem(agent, {
        by: "secretsmanager",
        keyId: kmsKeyId ?? "alias/aws/secretsmanager",
        at: account.ofArn(arn),
        encryptionContext: { SecretARN: arn, SecretVersionId: versionId },
    });
    // Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetSecretValue.html
    return problem?.kind === "state"
        ? "DecryptionFailure: Secrets Manager can't decrypt the protected secret text using the provided KMS key."
        : problem && "AccessDeniedException: Access to KMS is not allowed";
}

function hasJsonKey(value: string, key: string): boolean {
    try {
        const parsed = JSON.parse(value) as unknown;
        return typeof parsed === "object" && parsed !== null && Object.hasOwn(parsed, key);
    } catch {
        return false;
    }
}
