import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import {
    assumeArnLength,
    parseValueFrom,
    type ParameterReference,
    type SecretReference,
} from "../../core";
import type { KeyArgs, SecretResource } from "../args";
import type { Scope } from "../scope";
import { identifyKey, readKeyArn, resolveKeyArn } from "./key";
import { ASSUMED_NAME_LENGTH, type KnownSecret, type SecretEstimate } from "./known-secret";
import { lookUpKey } from "./look-up-key";

/** A secret that exists, by what names it, with its key if that is given. */
export interface ExistingSecret {
    readonly valueFrom: pulumi.Input<string>;
    readonly kmsKeyId?: KeyArgs;
}

/** The length of the ARN of a secret of which nothing is known. */
const UNKNOWN_LENGTH = assumeArnLength("secretsmanager", ASSUMED_NAME_LENGTH);

/** Reads a secret that exists: what names it, and the key that encrypts it. */
export function readExisting(scope: Scope, { valueFrom, kmsKeyId }: ExistingSecret): KnownSecret {
    const reference = pulumi.output(valueFrom).apply(parseReference);
    return {
        arn: reference.apply((known) => known.arn ?? (known as ParameterReference).name),
        reference,
        kmsKeyArn: kmsKeyId ? resolveKeyArn(kmsKeyId, scope.parent) : lookUpKey(scope, reference),
        isManaged: false,
        estimate: estimateExisting(valueFrom, identifyKey(kmsKeyId)),
    };
}

function estimateExisting(valueFrom: pulumi.Input<string>, given: string | null): SecretEstimate {
    if (typeof valueFrom !== "string") {
        // A secret may have a key that is found later.
        return { arnLength: UNKNOWN_LENGTH, ...(given !== null && { key: given }) };
    }
    const reference = parseReference(valueFrom);
    if (reference.store === "ssm") {
        const arnLength = reference.arn?.length ?? assumeArnLength("ssm", reference.name.length);
        return { store: "ssm", arnLength, key: given };
    }
    // A partial ARN is written with the pattern of what it lacks.
    const arnLength = reference.arn.length + "-??????".length;
    return { store: "secretsmanager", arnLength, ...(given !== null && { key: given }) };
}

/** Reads a resource of the program that is a secret. */
export function readResource(
    scope: Scope,
    secret: SecretResource,
    kmsKeyId?: KeyArgs,
): KnownSecret {
    const { parent } = scope;
    const given = kmsKeyId === undefined ? undefined : resolveKeyArn(kmsKeyId, parent);
    // A value that the program writes starts new tasks through its version.
    const common = {
        arn: secret.arn,
        resource: secret,
        estimate: {
            store: Parameter.isInstance(secret) ? ("ssm" as const) : ("secretsmanager" as const),
            arnLength: UNKNOWN_LENGTH,
            ...(kmsKeyId !== undefined && { key: identifyKey(kmsKeyId) }),
        },
        isManaged: !Secret.isInstance(secret),
    };
    if (Parameter.isInstance(secret)) {
        const { arn, name, keyId, type, version } = secret;
        return {
            ...common,
            reference: pulumi.all([arn, name]).apply(([ofArn, ofName]): SecretReference => ({
                store: "ssm",
                arn: ofArn,
                name: ofName,
            })),
            kmsKeyArn:
                given ??
                pulumi
                    .all([keyId, type])
                    .apply(async ([key, ofType]) =>
                        ofType === "SecureString"
                            ? await readKeyArn(key, undefined, parent)
                            : undefined,
                    ),
            version: version.apply(String),
        };
    }
    const reference = secret.arn.apply((arn): SecretReference => ({
        store: "secretsmanager",
        arn,
    }));
    return SecretVersion.isInstance(secret)
        ? {
              ...common,
              reference,
              kmsKeyArn: given ?? lookUpKey(scope, reference),
              version: secret.versionId,
          }
        : {
              ...common,
              reference,
              kmsKeyArn:
                  given ?? secret.kmsKeyId.apply((key) => readKeyArn(key, undefined, parent)),
          };
}

/** Whether a value is a resource that is a secret. */
export function isSecretResource(value: unknown): value is SecretResource {
    return (
        Secret.isInstance(value) || SecretVersion.isInstance(value) || Parameter.isInstance(value)
    );
}

/** The validation has found it well formed. */
function parseReference(valueFrom: string): SecretReference {
    return parseValueFrom(valueFrom).reference as SecretReference;
}
