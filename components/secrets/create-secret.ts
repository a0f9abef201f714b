import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import type * as pulumi from "@pulumi/pulumi";
import { assumeArnLength, AUTONAME_LENGTH, type SecretReference } from "../../core";
import type { SecretArgs } from "../args";
import { mergeTags } from "../merge-tags";
import { createChild, type Scope } from "../scope";
import { createRotation } from "./create-rotation";
import { ASSUMED_NAME_LENGTH, share, type KnownSecret } from "./known-secret";
import { identifyKey } from "./key";
import { readValue, type SecretValue } from "./value";

/**
 * The staging label of the version that Pulumi wrote. AWS Secrets Manager forgets versions without a
 * label: the version would be gone after enough rotations from outside, and Pulumi, which finds it
 * gone, would write its value again, over the rotated one.
 * Source: https://docs.aws.amazon.com/secretsmanager/latest/userguide/whats-in-a-secret.html
 */
const OWN_LABEL = "PULUMI";

/** What a name prefix is made longer by. */
const PREFIXED_LENGTH = 26;

/** Creates a secret in AWS Secrets Manager. */
export function createSecret(
    scope: Scope,
    suffix: string,
    secret: SecretArgs,
    kmsKeyArn: pulumi.Output<string> | undefined,
): KnownSecret {
    const resource = createChild(scope, "secret", Secret, suffix, {
        name: secret.name,
        namePrefix: secret.namePrefix,
        description: secret.description,
        kmsKeyId: kmsKeyArn,
        recoveryWindowInDays: secret.recoveryWindowInDays,
        replicas: secret.replicas,
        tags: mergeTags(scope.args.tags, secret.tags),
    });
    const value = readValue(secret, scope);
    const version = createVersion(scope, suffix, resource, value);
    const rotation =
        secret.rotation &&
        createRotation(scope, suffix, resource, secret.rotation, version ? [version] : []);
    return share(resource, {
        arn: resource.arn,
        kmsKeyArn,
        holder: resource,
        reference: resource.arn.apply((arn): SecretReference => ({ store: "secretsmanager", arn })),
        ...(version && !value.isFirst && { version: version.versionId }),
        resource: rotation ?? version ?? resource,
        isManaged: !value.isFirst,
        estimate: {
            store: "secretsmanager",
            arnLength: assumeArnLength(
                "secretsmanager",
                nameLength(`${scope.name}-${suffix}`, secret),
            ),
            key: identifyKey(secret.kmsKeyId),
        },
    });
}

function createVersion(
    scope: Scope,
    suffix: string,
    { id: secretId }: Secret,
    { value, isFirst }: SecretValue,
): SecretVersion | undefined {
    return (
        value &&
        createChild(
            scope,
            "secretVersion",
            SecretVersion,
            `${suffix}-version`,
            { secretId, secretString: value, versionStages: ["AWSCURRENT", OWN_LABEL] },
            {
                // Which version is the current one is not Pulumi's to move back.
                ignoreChanges: ["versionStages", ...(isFirst ? ["secretString"] : [])],
                // A version cannot be deleted; its labels have moved on to the one that replaces it.
                retainOnDelete: true,
            },
        )
    );
}

function nameLength(logicalName: string, { name, namePrefix }: SecretArgs): number {
    const given = name ?? namePrefix;
    if (given === undefined) {
        return logicalName.length + AUTONAME_LENGTH;
    }
    const length = typeof given === "string" ? given.length : ASSUMED_NAME_LENGTH;
    return name === undefined ? length + PREFIXED_LENGTH : length;
}
