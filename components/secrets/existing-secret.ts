import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import {
    assumeArnLength,
    isPartialSecretArn,
    parseArn,
    parseValueFrom,
    readSecretName,
    type ParameterReference,
    type SecretReference,
} from "../../core";
import type { SecretResource } from "../args";
import { readArg, type Scope } from "../scope";
import { identifyKey, readKeyArn, resolveKeyArn } from "./key";
import {
    ASSUMED_NAME_LENGTH,
    findShared,
    type KnownSecret,
    type SecretEstimate,
} from "./known-secret";
import { lookUpKey } from "./look-up-key";

/** The length of the ARN of a secret of which nothing is known. */
const UNKNOWN_LENGTH = assumeArnLength("secretsmanager", ASSUMED_NAME_LENGTH);

/** Reads a secret that exists: what names it, and the key that encrypts it. */
export function readExisting(
    scope: Scope,
    identity: unknown,
    valueFrom: pulumi.Input<string>,
): KnownSecret {
    const key = scope.namedKeys.get(identity);
    const reference = readArg(scope, valueFrom).apply(parseReference);
    return {
        arn: reference.apply((known) => known.arn ?? (known as ParameterReference).name),
        reference,
        kmsKeyArn:
            key === undefined
                ? lookUpKey(scope, reference)
                : resolveKeyArn(key, scope, reference.apply(regionOf)),
        isManaged: false,
        estimate: estimateExisting(valueFrom, identifyKey(key)),
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
        // Under some names Parameter Store reads a secret of the other store.
        const isSecret = readSecretName(reference.name) !== undefined;
        return { ...(!isSecret && { store: "ssm" }), arnLength, key: given };
    }
    // A partial ARN is written with the pattern of what it lacks.
    const lacking = isPartialSecretArn(reference.arn) ? "-??????" : "";
    const arnLength = reference.arn.length + lacking.length;
    return { store: "secretsmanager", arnLength, ...(given !== null && { key: given }) };
}

/** Reads a resource of the program that is a secret. */
export function readResource(scope: Scope, secret: SecretResource): KnownSecret {
    const shared = findShared(secret);
    if (shared) {
        return shared;
    }
    const { parent } = scope;
    const key = scope.namedKeys.get(secret);
    const given = key === undefined ? undefined : resolveKeyArn(key, scope);
    // A value that the program writes starts new tasks through its version.
    const common = {
        arn: secret.arn,
        resource: secret,
        estimate: {
            store: Parameter.isInstance(secret) ? ("ssm" as const) : ("secretsmanager" as const),
            arnLength: UNKNOWN_LENGTH,
            ...(key !== undefined && { key: identifyKey(key) }),
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
                    .all([keyId, type, arn])
                    .apply(async ([own, ofType, ofArn]) =>
                        ofType === "SecureString"
                            ? await readKeyArn(own, ofArn, parent)
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
                  given ??
                  pulumi
                      .all([secret.kmsKeyId, secret.arn])
                      .apply(([own, ofArn]) => readKeyArn(own, ofArn, parent)),
          };
}

function regionOf({ arn }: SecretReference): string | undefined {
    return parseArn(arn ?? "")?.region;
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
