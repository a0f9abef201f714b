import type { Account } from "../account";
import { uuid } from "../ids";
import { AwsError } from "../resource-type";
import { keepSecret } from "./keep-secret";
import { CURRENT, withVersion } from "./labels";
import { requireSecret, type Secret } from "./secrets";

const MAX_BYTES = 65_536;

/**
 * Puts a value into a secret from outside of Pulumi, as a rotation does, and gives the id of the
 * version that it became, which is the current one.
 */
export function putSecretValue(account: Account, secretArn: string, value: string): string {
    const at = account.ofArn(secretArn);
    const owner = requireSecret(at, "PutSecretValue", secretArn);
    return addVersion(at, owner, value, [CURRENT]);
}

/** Adds a version with labels to a secret, and gives its id; or refuses as AWS does. */
export function addVersion(
    account: Account,
    owner: Secret,
    value: string,
    labels: readonly string[],
): string {
    const refuse = (code: string, message: string): never => {
        throw new AwsError("Secrets Manager: PutSecretValue", code, message);
    };
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
    const versionId = uuid();
    keepSecret(account, withVersion(owner, { versionId, value }, labels));
    return versionId;
}
