import { secret } from "./secret";
import { secretPolicy } from "./secret-policy";
import { secretRotation } from "./secret-rotation";
import { secretVersion } from "./secret-version";

export { secretSide } from "./access";
export { allVersions, findLabelled } from "./labels";
export { secretsManagerLookups } from "./lookups";
export { putSecretValue } from "./put-secret-value";
export { findAbsence, findSecret, listSecrets, type Secret, type SecretVersion } from "./secrets";

/** The resource types of AWS Secrets Manager. */
export const secretsManagerTypes = [secret, secretPolicy, secretRotation, secretVersion];
