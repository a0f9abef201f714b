import { changeStack, type Stack } from "../../support/pack-stack";

/** The policy. */
export const NAME = "secretsmanager-secret-require-usable-key";

/** A value that must not show anywhere. */
export const VALUE = "made-up-value-4711";

export const KEY = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-4000-8000-00000000000a";
export const SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";

/** What AWS answers of a secret, and of a parameter, whose key it cannot use. */
export const SECRET_ANSWER =
    "Until then AWS answers EncryptionFailure or DecryptionFailure, and no task that injects the secret starts.";
export const PARAMETER_ANSWER =
    "Until then AWS answers InvalidKeyId, and no task that injects the parameter starts.";

/** A secret, a parameter and their key, deployed and right. */
export const deployed: Stack = {
    key: {
        type: "aws:kms/key:Key",
        props: {
            arn: KEY,
            keyId: KEY.split("/")[1],
            isEnabled: true,
            keyUsage: "ENCRYPT_DECRYPT",
            customerMasterKeySpec: "SYMMETRIC_DEFAULT",
        },
    },
    secret: {
        type: "aws:secretsmanager/secret:Secret",
        props: { arn: SECRET, name: "db", region: "us-east-1", kmsKeyId: KEY },
        from: { kmsKeyId: ["key"] },
    },
};

/** The secret with another key. */
export const withKey = (props: object, type = "aws:kms/key:Key") =>
    changeStack(deployed, { key: { type, props: { ...props } } });

/** The secret with other properties. */
export const withSecret = (props: object) =>
    changeStack(deployed, { secret: { props: { ...props } } });

/** A parameter in place of the secret. */
export const withParameter = (props: object, from?: Record<string, string[]>): Stack => ({
    key: deployed.key,
    parameter: {
        type: "aws:ssm/parameter:Parameter",
        props: {
            arn: "arn:aws:ssm:us-east-1:123456789012:parameter/db",
            type: "SecureString",
            value: VALUE,
            ...props,
        },
        from,
    },
});

/** A secret under AWS's own key with a policy. */
export const shared = (statement: object, change: object = {}): Stack =>
    withSecret({
        kmsKeyId: undefined,
        policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: {
                Effect: "Allow",
                Action: "secretsmanager:GetSecretValue",
                Resource: "*",
                ...statement,
            },
        }),
        ...change,
    });
