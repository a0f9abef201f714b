import { secret } from "./secret";
import { secretVersion } from "./secret-version";

export { findAbsence, findSecret, listSecrets, type Secret, type SecretVersion } from "./secrets";

/** The resource types of AWS Secrets Manager. */
export const secretsManagerTypes = [secret, secretVersion];
