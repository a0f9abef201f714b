import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { findKeyArnFindings, type SecretReference } from "../../core";
import type { SecretArgs, SecretInjectedServiceArgs } from "../args";
import { throwFindings } from "../validate";

/** A secret of the service after it was declared. */
export interface OwnSecret {
    readonly arn: pulumi.Output<string>;
    /** How containers refer to the whole of it. */
    readonly reference: pulumi.Output<SecretReference>;
    readonly kmsKeyArn?: pulumi.Output<string>;
    /** Changes whenever the value changes, and says nothing of it. */
    readonly version: pulumi.Output<string>;
    /** What must exist before a task can read the secret. */
    readonly resource: pulumi.Resource;
}

/** Creates the secrets of the service, each in its store. */
export function createSecrets(
    parent: pulumi.Resource,
    name: string,
    args: SecretInjectedServiceArgs,
): Record<string, OwnSecret> {
    const secrets = Object.entries(args.secrets ?? {}).map(([key, secret]) => {
        const create = secret.store === "ssm" ? createParameter : createSecret;
        const kmsKeyId = validateKeyArn(name, key, secret);
        const own = create(parent, `${name}-secret-${key}`, { ...secret, kmsKeyId }, args.tags);
        return [key, { ...own, kmsKeyArn: kmsKeyId }] as const;
    });
    return Object.fromEntries(secrets);
}

type Tags = SecretInjectedServiceArgs["tags"];

function createParameter(
    parent: pulumi.Resource,
    name: string,
    secret: SecretArgs,
    tags: Tags,
): OwnSecret {
    const parameter = new Parameter(
        name,
        {
            type: "SecureString",
            value: pulumi.secret(secret.value),
            name: secret.name,
            description: secret.description,
            keyId: secret.kmsKeyId,
            tags,
        },
        { parent },
    );
    return {
        arn: parameter.arn,
        reference: pulumi
            .all([parameter.arn, parameter.name])
            .apply(([arn, parameterName]): SecretReference => ({
                store: "ssm",
                arn,
                name: parameterName,
            })),
        version: parameter.version.apply(String),
        resource: parameter,
    };
}

function createSecret(
    parent: pulumi.Resource,
    name: string,
    secret: SecretArgs,
    tags: Tags,
): OwnSecret {
    const { description, kmsKeyId } = secret;
    const resource = new Secret(
        name,
        { name: secret.name, description, kmsKeyId, tags },
        { parent },
    );
    const version = new SecretVersion(
        `${name}-version`,
        { secretId: resource.id, secretString: pulumi.secret(secret.value) },
        { parent },
    );
    return {
        arn: resource.arn,
        reference: resource.arn.apply((arn): SecretReference => ({ store: "secretsmanager", arn })),
        version: version.versionId,
        resource: version,
    };
}

function validateKeyArn(
    name: string,
    key: string,
    secret: SecretArgs,
): pulumi.Output<string> | undefined {
    return secret.kmsKeyId === undefined
        ? undefined
        : pulumi.output(secret.kmsKeyId).apply((kmsKeyId) => {
              throwFindings(name, findKeyArnFindings(kmsKeyId, `secrets.${key}.kmsKeyId`));
              return kmsKeyId;
          });
}
