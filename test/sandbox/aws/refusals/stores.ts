import { CANARY, taken, type Row } from "./row";

const keyArn = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000";

/** What Secrets Manager and Parameter Store refuse. */
export const stores: Row[] = [
    {
        title: "a malformed resource policy of a secret",
        type: "secret",
        inputs: () => ({ policy: "{" }),
        message: /PutResourcePolicy, MalformedPolicyDocumentException: /,
    },
    {
        title: "a binary value, which is not simulated, without quoting it",
        type: "secretVersion",
        inputs: (account) => ({
            secretId: account.output("secret", {}, "arn"),
            secretBinary: CANARY,
        }),
        message: /secretBinary is not simulated/,
    },
    {
        title: "an empty value of a secret",
        type: "secretVersion",
        inputs: (account) => ({ secretId: account.output("secret", {}, "arn"), secretString: "" }),
        message: /PutSecretValue, InvalidParameterException: You must provide either SecretString/,
    },
    {
        title: "a value of a secret over 65,536 bytes",
        type: "secretVersion",
        inputs: (account) => ({
            secretId: account.output("secret", {}, "arn"),
            secretString: CANARY.repeat(4000),
        }),
        message: /PutSecretValue, ValidationException: Member must have length less than or equal/,
    },
    {
        title: "a parameter name that begins with aws",
        type: "parameter",
        inputs: () => ({ name: "/aws/web", type: "String", value: CANARY }),
        message:
            /PutParameter, ValidationException: Parameter name: a parameter name may not begin/,
    },
    {
        title: "a parameter whose name is taken",
        type: "parameter",
        inputs: (account) => taken(account, "parameter", { type: "String", value: CANARY }),
        message: /ParameterAlreadyExists: The parameter already exists/,
    },
    {
        title: "a secret whose name is taken",
        type: "secret",
        inputs: (account) => taken(account, "secret", {}),
        message: /ResourceExistsException: The operation failed because the secret taken already/,
    },
    {
        title: "a secret whose name is scheduled for deletion",
        type: "secret",
        inputs: (account) => {
            account.delete("secret", account.create("secret", { name: "gone" }));
            return { name: "gone" };
        },
        message: /InvalidRequestException: You can't create this secret because .* scheduled/,
    },
    {
        title: "a standard parameter over 4,096 characters",
        type: "parameter",
        inputs: () => ({ type: "SecureString", value: CANARY.repeat(300) }),
        message: /Standard tier parameters support a maximum parameter value of 4096 characters/,
    },
    {
        title: "a parameter with a key that does not exist",
        type: "parameter",
        inputs: () => ({ type: "SecureString", value: CANARY, keyId: keyArn }),
        message: /InvalidKeyId: Key arn:aws:kms:.* is not found or not enabled/,
    },
    {
        title: "a parameter with a key that is disabled",
        type: "parameter",
        inputs: (account) => ({
            type: "SecureString",
            value: CANARY,
            keyId: account.output("key", { isEnabled: false }, "arn"),
        }),
        message: /InvalidKeyId: Key arn:aws:kms:.* is not found or not enabled/,
    },
    {
        title: "a secret with a key that does not exist",
        type: "secret",
        inputs: () => ({ kmsKeyId: keyArn }),
        message: /InvalidRequestException: Can't access the KMS key/,
    },
    {
        title: "a version of a secret that does not exist",
        type: "secretVersion",
        inputs: () => ({ secretId: "arn:aws:secretsmanager:::secret:no", secretString: CANARY }),
        message: /ResourceNotFoundException: Secrets Manager can't find the specified secret/,
    },
];
