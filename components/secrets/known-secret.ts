import type { Secret } from "@pulumi/aws/secretsmanager";
import type { Parameter } from "@pulumi/aws/ssm";
import type * as pulumi from "@pulumi/pulumi";
import type { SecretReference, SecretStore } from "../../core";

/** A secret that tasks read, as far as the program knows it. */
export interface KnownSecret {
    readonly arn: pulumi.Output<string>;
    /** The whole of it, as containers refer to it. */
    readonly reference: pulumi.Output<SecretReference>;
    /** The ARN of the customer managed key; absent, or resolving to none, for the AWS managed one. */
    readonly kmsKeyArn?: pulumi.Output<string | undefined>;
    /** Changes whenever the program changes the value, and says nothing of it. */
    readonly version?: pulumi.Output<string>;
    /** The resource that holds it, if it is the component's own. */
    readonly holder?: Parameter | Secret;
    /** What must exist before a task can read the secret. */
    readonly resource?: pulumi.Resource;
    /** Whether its value changes through the program alone. */
    readonly isManaged: boolean;
    readonly estimate: SecretEstimate;
}

/** What can be told of a secret before its ARN and its key are known. */
export interface SecretEstimate {
    /** Absent where either store may be meant. */
    readonly store?: SecretStore;
    /** The most characters that its ARN has. */
    readonly arnLength: number;
    /** Tells its key from others; `undefined` if it may have none, `null` if it has none. */
    readonly key?: string | null;
}

const shared = new WeakMap<object, KnownSecret>();

/** Remembers what a component knows of a secret of its own, for others that inject it as a resource. */
export function share(holder: Parameter | Secret, secret: KnownSecret): KnownSecret {
    shared.set(holder, secret);
    return secret;
}

/** What a component knows of a secret that it owns. */
export function findShared(holder: object): KnownSecret | undefined {
    return shared.get(holder);
}

/** The length that is assumed of a name of which nothing is known. */
export const ASSUMED_NAME_LENGTH = 100;
