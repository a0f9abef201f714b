import type { Account } from "../account";
import { AwsError } from "../resource-type";

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

/** The secrets by their names. */
export const secrets = (account: Account) => account.collection<Secret>("secretsmanager-secrets");

/** All secrets, also those scheduled for deletion. */
export const listSecrets = (account: Account) => secrets(account).list();

/** Finds a secret by its complete or partial ARN, or as those with `-??????` at their end say. */
export function findSecret(account: Account, arn: string): Secret | undefined {
    const partial = arn.replace(/-\?{6}$/, "");
    return listSecrets(account.ofArn(arn)).find(
        (secret) => secret.arn === arn || secret.arn.slice(0, -7) === partial,
    );
}

/** The secret of an ARN, or the refusal of an operation on one that is not there. */
export function requireSecret(account: Account, operation: string, arn: string): Secret {
    const found = findSecret(account, arn);
    const problem = findAbsence(found);
    if (!found || problem) {
        const { code, message } = problem ?? NOT_FOUND;
        throw new AwsError(`Secrets Manager: ${operation}`, code, message);
    }
    return found;
}

const NOT_FOUND = {
    code: "ResourceNotFoundException",
    message: "Secrets Manager can't find the specified secret.",
} as const;

/** Why nothing can be done with a secret, in AWS's words; `undefined` if it can. */
export function findAbsence(found: Secret | undefined) {
    if (!found) {
        return NOT_FOUND;
    }
    return found.scheduledForDeletion
        ? {
              code: "InvalidRequestException",
              message:
                  "You can't perform this operation on the secret because it was marked for deletion.",
          }
        : undefined;
}
