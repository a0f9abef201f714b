import { isPartialSecretArn } from "../../../core";
import type { Account } from "../account";
import { AwsError, type Tags } from "../resource-type";

/** A version of a secret and the staging labels attached to it. */
export interface SecretVersion {
    readonly versionId: string;
    /** How many were made before it. */
    readonly position: number;
    readonly stages: readonly string[];
    readonly value: string;
}

/** A secret as the simulated Secrets Manager keeps it. */
export interface Secret {
    readonly name: string;
    readonly arn: string;
    readonly description: string;
    /** Absent for the AWS managed key `aws/secretsmanager`. */
    readonly kmsKeyId?: string;
    /** The resource policy. */
    readonly policy?: string;
    readonly tags: Tags;
    /** The ARN of the function that rotates it. */
    readonly rotationLambdaArn?: string;
    /** The regions that it is copied to, each with its own key. */
    readonly replicas: readonly Replica[];
    /** The region that it is a copy from. */
    readonly primaryRegion?: string;
    /** Those with a staging label, the oldest first. */
    readonly versions: readonly SecretVersion[];
    /** Those that lost their last label: they can be read by their ids alone. */
    readonly deprecated: readonly SecretVersion[];
    readonly scheduledForDeletion?: boolean;
}

/** A region that a secret is copied to. */
export interface Replica {
    readonly region: string;
    readonly kmsKeyId?: string;
}

/** The secrets by their names. */
export const secrets = (account: Account) => account.collection<Secret>("secretsmanager-secrets");

/** All secrets, also those scheduled for deletion. */
export const listSecrets = (account: Account) => secrets(account).list();

/**
 * Finds a secret by its complete ARN, or, in the account itself, by its partial one or by one with
 * `-??????` at its end. A name that ends as if AWS had appended to it hides a partial ARN.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/troubleshoot.html
 */
export function findSecret(account: Account, arn: string): Secret | undefined {
    const at = account.ofArn(arn);
    const partial = arn.replace(/-\?{6}$/, "");
    const isPartial = at.id === account.id && (partial !== arn || isPartialSecretArn(arn));
    return listSecrets(at).find(
        (secret) => secret.arn === arn || (isPartial && secret.arn.slice(0, -7) === partial),
    );
}

/** Finds a secret of the account and region by its name. */
export function findSecretByName(account: Account, name: string): Secret | undefined {
    return secrets(account).get(name);
}

/** The secret of an ARN that an operation may change, or why it may not. */
export function requireSecret(account: Account, operation: string, arn: string): Secret {
    const refuse = (code: string, message: string): never => {
        throw new AwsError(`Secrets Manager: ${operation}`, code, message);
    };
    if (account.ofArn(arn).id !== account.id) {
        const action = `secretsmanager:${operation}`;
        const message = `User: ${account.iamArn("user/simulated")} is not authorized to perform: ${action} on resource: ${arn} because no resource-based policy allows the ${action} action`;
        refuse("AccessDeniedException", message);
    }
    // The provider asks in its own region, whatever region the ARN names.
    const found = listSecrets(account).find((one) => one.arn === arn);
    const absence = findAbsence(found);
    if (!found || absence) {
        const { code, message } = absence ?? NOT_FOUND;
        return refuse(code, message);
    }
    if (found.primaryRegion !== undefined) {
        const message =
            "Operation not permitted on a replica secret. Call must be made in primary secret's region.";
        refuse("InvalidRequestException", message);
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
