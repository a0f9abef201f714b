import type { Input } from "@pulumi/pulumi";

/**
 * How a password is generated.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html
 */
export interface GenerateArgs {
    /**
     * How many characters the password has.
     * @default 32
     */
    passwordLength?: number;

    /**
     * Characters that the password must not hold.
     * @default - none
     */
    excludeCharacters?: string;

    /**
     * Whether lower-case letters are left out.
     * @default false
     */
    excludeLowercase?: boolean;

    /**
     * Whether digits are left out.
     * @default false
     */
    excludeNumbers?: boolean;

    /**
     * Whether punctuation is left out.
     * @default false
     */
    excludePunctuation?: boolean;

    /**
     * Whether upper-case letters are left out.
     * @default false
     */
    excludeUppercase?: boolean;

    /**
     * Whether the password may hold spaces.
     * @default false
     */
    includeSpace?: boolean;

    /**
     * Whether the password holds one character of every kind that is not left out.
     * @default true
     */
    requireEachIncludedType?: boolean;

    /**
     * The key that the password gets in a JSON object (Secrets Manager alone).
     * @default - none: the password is the whole value
     */
    jsonKey?: string;

    /**
     * The other entries of that JSON object, for example the user's name.
     * @default - none
     * @secret
     */
    jsonValue?: Record<string, Input<string>>;
}

/**
 * A value that is filled in outside of the program. In SSM Parameter Store the description, the key and
 * the tier are then written once as well: with any of them AWS would write the first value again.
 */
export interface ExternalValueArgs {
    /**
     * The first value; SSM Parameter Store needs one.
     * @default - none: no task can start until the secret is filled in
     * @secret
     */
    initialValue?: Input<string>;
}

/**
 * Rotation of a secret.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/rotating-secrets.html
 */
export interface RotationArgs {
    /** The ARN of the Lambda function that rotates the secret. */
    lambdaArn: Input<string>;

    /**
     * Days between two rotations, 1 to 1000.
     * @default 30, unless there is a schedule
     */
    automaticallyAfterDays?: Input<number>;

    /**
     * When the secret is rotated, as `rate(…)` or `cron(…)`, in place of days.
     * @default - by days
     */
    scheduleExpression?: Input<string>;

    /**
     * How long a rotation window lasts, for example `3h`.
     * @default - AWS Secrets Manager's own
     */
    duration?: Input<string>;

    /**
     * Whether the secret is rotated as soon as the rotation is set up.
     * @default false: the first rotation is the scheduled one
     */
    rotateImmediately?: Input<boolean>;

    /**
     * Whether the function's policy is given the statement that lets AWS Secrets Manager invoke it
     * for this secret.
     * @default true
     */
    allowInvocation?: boolean;
}

/** A replica of a secret in another region. */
export interface ReplicaArgs {
    /** The region. */
    region: Input<string>;

    /**
     * The ARN of the key, of that region, which encrypts the replica.
     * @default - the AWS managed key
     */
    kmsKeyId?: Input<string>;
}
