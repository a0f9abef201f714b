/** What a statement can open as a whole. */
export const SECRET_KINDS = ["secrets", "parameters", "keys"] as const;

/** One of {@link SECRET_KINDS}. */
export type SecretKind = (typeof SECRET_KINDS)[number];

/** The services of the kinds, as ARNs, actions and condition keys carry them. */
export const SERVICES: Readonly<Record<SecretKind, string>> = {
    secrets: "secretsmanager",
    parameters: "ssm",
    keys: "kms",
};

/**
 * The actions that give a value away. `secretsmanager:BatchGetSecretValue` is not among them: it
 * names no secret, belongs on `*`, and gives nothing without `GetSecretValue` on each secret.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_BatchGetSecretValue.html
 * Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParameterHistory.html
 * Source: https://docs.aws.amazon.com/kms/latest/APIReference/API_Decrypt.html
 */
export const READ_ACTIONS: Readonly<Record<SecretKind, readonly string[]>> = {
    secrets: ["secretsmanager:GetSecretValue"],
    parameters: [
        "ssm:GetParameter",
        "ssm:GetParameterHistory",
        "ssm:GetParameters",
        "ssm:GetParametersByPath",
    ],
    keys: ["kms:Decrypt"],
};
