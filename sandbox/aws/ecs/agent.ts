import {
    evaluateTrust,
    isAwsManagedKey,
    listInjections,
    parseValueFrom,
    policyResource,
    secretBehind,
    STORE_FACTS,
    type ParameterReference,
    type SecretsManagerReference,
} from "../../../core";
import type { Account } from "../account";
import { keyRefusal, refusal, type Agent } from "./agent-access";
import { assumedRoleArn, findRole } from "../iam";
import { hex } from "../ids";
import { findAbsence, findSecret } from "../secretsmanager";
import { findParameter } from "../ssm";
import type { TaskDefinition } from "./container-definitions";

/** A task: the names it was given, by container, or why it could not start. Never a value. */
export interface Task {
    readonly taskArn: string;
    readonly taskDefinitionArn: string;
    readonly lastStatus: "RUNNING" | "STOPPED";
    readonly stopCode?: "TaskFailedToStart";
    readonly stoppedReason?: string;
    readonly injected: Readonly<Record<string, readonly string[]>>;
}

/** Why a secret could not be had, in the words that the ECS agent reports. */
class ResourceInitializationError extends Error {}

/**
 * Starts a task as the ECS agent does: every secret is read with the execution role's rights, and
 * the first that cannot be read stops the task.
 */
export function startTask(account: Account, definition: TaskDefinition, cluster: string): Task {
    const taskId = hex(32);
    const task = {
        taskArn: account.arn("ecs", `task/${cluster}/${taskId}`),
        taskDefinitionArn: definition.taskDefinitionArn,
    };
    const injections = listInjections(definition.containerDefinitions);
    try {
        if (injections.length > 0) {
            const agent = assumeExecutionRole(account, definition.executionRoleArn ?? "", taskId);
            injections.forEach(({ valueFrom }) => readSecret(account, agent, valueFrom));
        }
    } catch (error) {
        if (!(error instanceof ResourceInitializationError)) {
            throw error;
        }
        const stoppedReason = `ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: ${error.message}`;
        const stopCode = "TaskFailedToStart";
        return { ...task, lastStatus: "STOPPED", stopCode, stoppedReason, injected: {} };
    }
    const injected = Object.fromEntries(
        definition.containerDefinitions.map(({ name }) => [
            name,
            injections.filter(({ container }) => container === name).map((one) => one.name),
        ]),
    );
    return { ...task, lastStatus: "RUNNING", injected };
}

function assumeExecutionRole(account: Account, roleArn: string, taskId: string): Agent {
    const role = findRole(account, roleArn);
    const verdict =
        role &&
        evaluateTrust(role.trust, "ecs-tasks.amazonaws.com", {
            "aws:SourceAccount": [account.id],
            "aws:SourceArn": [account.arn("ecs", "*")],
        });
    if (!role || verdict?.answer !== "allowed") {
        throw new ResourceInitializationError(
            `unable to retrieve execution role credentials: ECS was unable to assume the role '${roleArn}' that was provided for this task. Please verify that the role being passed has the proper trust relationship and permissions.`,
        );
    }
    return { role, roleArn, session: assumedRoleArn(account, role.name, taskId) };
}

function readSecret(account: Account, agent: Agent, valueFrom: string): void {
    const { reference, problem } = parseValueFrom(valueFrom);
    if (problem) {
        throw new ResourceInitializationError(
            "an invalid ARN format for the AWS Secrets Manager secret was specified. Specify a valid ARN and try again.",
        );
    }
    if (reference.store === "ssm") {
        readParameter(account, agent, reference);
    } else {
        readSecretValue(account, agent, reference);
    }
}

function readParameter(account: Account, agent: Agent, reference: ParameterReference): void {
    const nameOrArn = reference.arn ?? reference.name;
    const failed = (message: string) =>
        new ResourceInitializationError(
            `unable to retrieve secrets from ssm: service call has been retried 1 time(s): ${message}`,
        );
    const parameter = findParameter(account, nameOrArn);
    const arn = policyResource(reference, account.location);
    const denial = refusal(agent, { action: STORE_FACTS.ssm.action, resource: arn });
    if (denial) {
        throw failed(`AccessDeniedException: ${denial}`);
    }
    const behind = secretBehind(reference, account.location);
    if (behind?.store === "secretsmanager") {
        readSecretValue(account, agent, behind);
        return;
    }
    if (!parameter) {
        throw failed(`invalid ssm parameters: ${nameOrArn}`);
    }
    if (parameter.type !== "SecureString" || isAwsManagedKey(parameter.keyId ?? "alias/aws/ssm")) {
        return;
    }
    const keyDenial = keyRefusal(account, agent, "ssm", parameter.keyId ?? "", arn);
    if (keyDenial) {
        throw failed(`AccessDeniedException: ${keyDenial}`);
    }
}

function readSecretValue(account: Account, agent: Agent, reference: SecretsManagerReference): void {
    const retried = (message: string) =>
        new ResourceInitializationError(
            `unable to retrieve secret from asm: service call has been retried 1 time(s): ${message}`,
        );
    const failed = (message: string) =>
        retried(`failed to fetch secret ${reference.arn} from secrets manager: ${message}`);
    const stage = reference.versionStage ?? "AWSCURRENT";
    const secret = findSecret(account, reference.arn);
    const denial = refusal(agent, {
        action: STORE_FACTS.secretsmanager.action,
        resource: secret?.arn ?? reference.arn,
        context: {
            "secretsmanager:SecretId": [reference.arn],
            "secretsmanager:VersionStage": [stage],
        },
    });
    if (denial) {
        throw failed(`AccessDeniedException: ${denial}`);
    }
    const absence = findAbsence(secret);
    if (absence) {
        throw failed(`${absence.code}: ${absence.message}`);
    }
    const version = secret?.versions.find((one) =>
        reference.versionId ? one.versionId === reference.versionId : one.stages.includes(stage),
    );
    if (!secret || !version) {
        const which = reference.versionId
            ? `VersionId: ${reference.versionId}`
            : `staging label: ${stage}`;
        throw failed(
            `ResourceNotFoundException: Secrets Manager can't find the specified secret value for ${which}`,
        );
    }
    if (
        secret.kmsKeyId !== undefined &&
        keyRefusal(account, agent, "secretsmanager", secret.kmsKeyId, secret.arn)
    ) {
        throw failed("AccessDeniedException: Access to KMS is not allowed");
    }
    if (reference.jsonKey !== undefined && !hasJsonKey(version.value, reference.jsonKey)) {
        throw retried(
            `retrieved secret from Secrets Manager did not contain json key ${reference.jsonKey}`,
        );
    }
}

function hasJsonKey(value: string, key: string): boolean {
    try {
        const parsed = JSON.parse(value) as unknown;
        return typeof parsed === "object" && parsed !== null && Object.hasOwn(parsed, key);
    } catch {
        return false;
    }
}
