import type { Input } from "@pulumi/pulumi";

/**
 * What a variable is injected from: a `valueFrom` exactly as Amazon ECS takes it (a complete ARN,
 * with `:json-key:version-stage:version-id` if need be, an SSM parameter ARN or name), or one of
 * the service's own secrets.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 */
export type SecretReferenceArgs = Input<string> | OwnSecretReferenceArgs;

/** One of the service's own secrets, or a part of it. */
export interface OwnSecretReferenceArgs {
    /** The key of the secret in the service's `secrets`. */
    secret: string;

    /**
     * The top-level key of a JSON value (Secrets Manager alone).
     * @default - the whole value
     */
    jsonKey?: string;

    /**
     * The staging label of the version (Secrets Manager alone).
     * @default "AWSCURRENT"
     */
    versionStage?: string;

    /**
     * The id of the version, in place of a staging label (Secrets Manager alone).
     * @default - the version that the staging label names
     */
    versionId?: string;
}

/**
 * How a container logs.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html
 */
export interface LogConfigurationArgs {
    /** The log driver, for example `awslogs` or `splunk`. */
    logDriver: Input<string>;

    /**
     * Plaintext options of the driver. A name or value that reads as a secret is refused.
     * @default - none
     */
    options?: Record<string, Input<string>>;

    /**
     * Options of the driver that are injected from a secret, for example `splunk-token`.
     * @default - none
     */
    secretOptions?: Record<string, SecretReferenceArgs>;
}
