import { parseArn, renderArn } from "../../arn";
import { parameterPath, readSecretName } from "../../parameter-name";
import { isPartialSecretArn, type SecretReference } from "../../reference";

/** Where a stack is deployed. */
export interface Location {
    readonly partition: string;
    readonly region: string;
    readonly account: string;
}

/**
 * The ARN that a policy statement names to allow reading a secret: without JSON key and version,
 * which the ECS agent strips before it asks.
 */
export function policyResource(reference: SecretReference, location: Location): string {
    if (reference.store === "secretsmanager") {
        return isPartialSecretArn(reference.arn) ? `${reference.arn}-??????` : reference.arn;
    }
    const resource = `parameter/${parameterPath(reference.name)}`;
    return reference.arn ?? renderArn({ ...location, service: "ssm", resource });
}

/** The secret that Parameter Store reads for a reference, which the reader needs the right to too. */
export function secretBehind(
    reference: SecretReference,
    location: Location,
): SecretReference | undefined {
    const name = reference.store === "ssm" ? readSecretName(reference.name) : undefined;
    const { partition, region, account } =
        parseArn((reference.store === "ssm" && reference.arn) || "") ?? location;
    // A name tells nothing of AWS's six characters, also where it ends as if it did.
    const resource = `secret:${name}-??????`;
    return name === undefined
        ? undefined
        : {
              store: "secretsmanager",
              arn: renderArn({ partition, service: "secretsmanager", region, account, resource }),
          };
}
