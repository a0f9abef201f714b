import type { Alias, Key } from "@pulumi/aws/kms";
import type { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import type { Parameter } from "@pulumi/aws/ssm";
import type { Input } from "@pulumi/pulumi";
import type { SecretArgs } from "./secret-args";

/**
 * What a variable is injected from:
 * - a `valueFrom` exactly as Amazon ECS takes it (a complete ARN, with
 *   `:json-key:version-stage:version-id` if need be, an SSM parameter ARN or name),
 * - a resource of the program, from which its ARN and its key are taken,
 * - one of these, or of the component's own secrets by its key, and the part of it that is meant,
 * - a new secret, which the component then owns.
 *
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Secret.html
 */
export type SecretReferenceArgs = Input<string> | SecretResource | ReferenceArgs | SecretArgs;

/** A resource that is a secret. */
export type SecretResource = Parameter | Secret | SecretVersion;

/** A customer managed key: its ARN, its id, the name or ARN of its alias, or the resource. */
export type KeyArgs = Input<string> | Alias | Key;

/** A secret that exists, or one of the component's own, and the part of it that is meant. */
export interface ReferenceArgs extends SecretSourceArgs {
    /**
     * The top-level key of a JSON value, which must be a string (Secrets Manager alone).
     * @default - the whole value
     */
    jsonKey?: string;
}

/** One JSON secret, injected as many variables; its values must be strings. */
export interface JsonSecretArgs extends SecretSourceArgs {
    /** The variables, each with the top-level key of the JSON value that it gets. */
    keys: Record<string, string>;
}

/** Which secret is meant, and which version of it. */
export interface SecretSourceArgs {
    /**
     * The key of the secret in the component's `secrets`.
     * @remarks Or a resource that is a secret.
     * @default - none: `valueFrom` names the secret
     */
    secret?: string | SecretResource;

    /**
     * The complete ARN of a secret, or the ARN or name of a parameter, that exists already.
     * @default - none: `secret` names the secret
     */
    valueFrom?: Input<string>;

    /**
     * The customer managed key that encrypts an existing secret, by its ARN, its id, or the ARN or
     * name of its alias.
     * @remarks A resource as the secret brings its key along.
     * @default - the one found by looking the secret up when it is deployed (Secrets Manager); the AWS
     * managed key (SSM Parameter Store, which cannot be looked up)
     */
    kmsKeyId?: KeyArgs;

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
