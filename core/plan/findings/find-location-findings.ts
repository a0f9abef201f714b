import { parseArn } from "../../arn";
import type { Finding } from "../../finding";
import { isPartialSecretArn, type SecretReference } from "../../reference";
import type { Location } from "../rights/location";

/** What decides whether a secret can be read from where the service is. */
export interface LocatedReference {
    /** Whether a customer managed key of the secret is known. */
    readonly hasKey: boolean;
    readonly location: Location;
    readonly path: string;
}

/**
 * Finds why a secret cannot be read from where the service is.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_examples_cross.html
 */
export function findLocationFindings(
    reference: SecretReference,
    { hasKey, location, path }: LocatedReference,
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
    if (arn.account === location.account) {
        return [];
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
    return [...(isPartialSecretArn(reference.arn) ? [partial] : []), ...(hasKey ? [] : [noKey])];
}
