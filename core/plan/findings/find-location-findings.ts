import { parseArn, type Arn } from "../../arn";
import type { Finding } from "../../finding";
import { isPartialSecretArn, type SecretReference } from "../../reference";
import type { Location } from "../rights/location";

/** What decides whether a secret can be read from where the service is. */
export interface LocatedReference {
    /** Whether a customer managed key of the secret is known. */
    readonly hasKey: boolean;
    readonly location: Location;
    readonly path: string;
    /** What names the key, if that is known. */
    readonly kmsKeyId?: unknown;
}

/**
 * Finds why a secret cannot be read from where the service is.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
 */
export function findLocationFindings(
    reference: SecretReference,
    { hasKey, location, path, kmsKeyId }: LocatedReference,
): Finding[] {
    const arn = parseArn(reference.arn ?? "");
    if (arn === undefined) {
        return [];
    }
    if (arn.partition !== location.partition) {
        const reason = `is in partition ${arn.partition}, and the service is in ${location.partition}: nothing is shared between the two`;
        const remedy = `Keep a secret in ${location.partition}.`;
        return [{ path, reason, remedy }];
    }
    const ofKey = typeof kmsKeyId === "string" ? findKeyPlace(kmsKeyId, arn, location, path) : [];
    if (arn.account === location.account) {
        return ofKey;
    }
    if (reference.store === "ssm") {
        // https://github.com/aws/containers-roadmap/issues/2384
        const reason = `is a parameter of account ${arn.account}: Amazon ECS reads no parameters that are shared`;
        const remedy = "Keep it in AWS Secrets Manager there, or in a parameter of this account.";
        return [{ path, reason, remedy }];
    }
    const partial = {
        path,
        reason: `is a partial ARN, and the secret is of account ${arn.account}`,
        remedy: "Give the complete ARN, with the hyphen and the six characters that AWS appended to the name.",
    };
    const noKey = {
        path,
        reason: `is a secret of account ${arn.account}, and its key is not named: the key that AWS manages cannot be used from another account`,
        remedy: "Encrypt the secret with a customer managed key, and give its ARN as kmsKeyId.",
    };
    return [
        ...(isPartialSecretArn(reference.arn) ? [partial] : []),
        ...(hasKey ? [] : [noKey]),
        ...ofKey,
    ];
}

/** Finds a key that cannot be that of the secret, or that cannot be looked up where the secret is. */
function findKeyPlace(
    kmsKeyId: string,
    { account, region }: Arn,
    location: Location,
    path: string,
): Finding[] {
    const key = parseArn(kmsKeyId);
    if (key && key.region !== region) {
        const reason = `is in region ${region}, and its key is said to be in ${key.region}: a secret is encrypted with a key of its region`;
        return [{ path, reason, remedy: "Name the key of that region in kmsKeyId." }];
    }
    const reason = `is a secret of account ${account}, where no key can be looked up by its id or alias`;
    return key?.resource.startsWith("key/") || account === location.account
        ? []
        : [{ path, reason, remedy: "Give the key's ARN as kmsKeyId." }];
}

/**
 * Finds a role that no task of the service's account can have.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
 */
export function findRoleLocationFindings(
    roleArn: string,
    { account, partition }: Location,
    path: string,
): Finding[] {
    const arn = parseArn(roleArn);
    const isElsewhere = arn && (arn.account !== account || arn.partition !== partition);
    const reason = `is a role of account ${arn?.account}, and the service is in ${account}: a role cannot be passed on to another account`;
    return isElsewhere ? [{ path, reason, remedy: "Give a role of this account." }] : [];
}
