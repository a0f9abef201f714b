import type { Input } from "@pulumi/pulumi";
import type { KeyArgs } from "./reference-args";
import type {
    ExternalValueArgs,
    GenerateArgs,
    ReplicaArgs,
    RotationArgs,
} from "./secret-source-args";

/**
 * A secret that the component owns. Exactly one of `value`, `jsonValue`, `generate`, `external` and
 * `arn` says where its value comes from.
 */
export interface SecretArgs {
    /**
     * Where the secret is kept: AWS Secrets Manager, or SSM Parameter Store (as SecureString).
     * @default "secretsmanager"
     */
    store?: "secretsmanager" | "ssm";

    /**
     * The name of the secret or parameter.
     * @default - a name made of the logical name and random characters
     */
    name?: Input<string>;

    /**
     * What the name begins with, in place of `name` (Secrets Manager alone).
     * @default - the logical name
     */
    namePrefix?: Input<string>;

    /**
     * What the secret is for; shown in the console.
     * @default - none
     */
    description?: Input<string>;

    /**
     * The value, for example a secret of the stack's configuration. It is kept as a secret.
     * Pulumi manages it: a new value is written when it changes in the program.
     * @example `config.requireSecret("databasePassword")`
     * @default - none
     * @secret
     */
    value?: Input<string>;

    /**
     * A JSON object of values, all of them strings, kept as `value` is (Secrets Manager alone).
     * @default - none
     * @secret
     */
    jsonValue?: Record<string, Input<string>>;

    /**
     * A random password that AWS generates once; later versions are not touched.
     * Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html
     * @default - none
     */
    generate?: GenerateArgs;

    /**
     * The value is filled in outside of the program; later versions are not touched.
     * @default - none
     */
    external?: ExternalValueArgs;

    /**
     * The complete ARN of a secret, or the ARN of a parameter, that exists already: nothing is
     * created for it, and containers refer to it by its key.
     * @default - none
     */
    arn?: Input<string>;

    /**
     * The customer managed key that encrypts the secret, by its ARN, its id, or the ARN or name of its
     * alias.
     * @default - the AWS managed key of the store; with `arn`, as for an existing secret
     */
    kmsKeyId?: KeyArgs;

    /**
     * The size class of a parameter (SSM Parameter Store alone).
     * Source: https://docs.aws.amazon.com/systems-manager/latest/userguide/parameter-store-advanced-parameters.html
     * @default "Intelligent-Tiering": advanced if the value has more than 4 KB, standard otherwise
     */
    tier?: "Advanced" | "Intelligent-Tiering" | "Standard";

    /**
     * Rotation by a Lambda function; the value given here is then the first one alone
     * (Secrets Manager alone).
     * @default - none
     */
    rotation?: RotationArgs;

    /**
     * Replicas of the secret in other regions (Secrets Manager alone).
     * @default - none
     */
    replicas?: ReplicaArgs[];

    /**
     * Days during which a deleted secret can be restored: 0, or 7 to 30 (Secrets Manager alone).
     * A secret with a `name` cannot be created again before they are over.
     * @default 30
     */
    recoveryWindowInDays?: Input<number>;

    /**
     * Tags of the secret, in addition to those of the component.
     * @default - none
     */
    tags?: Input<Record<string, Input<string>>>;
}
