import { renderArn } from "../arn";
import { parameterPath } from "../parameter-name";
import { isPartialSecretArn, type SecretReference } from "../reference";

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
