import { Secret, SecretVersion } from "@pulumi/aws/secretsmanager";
import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import type { SecretReference } from "../../core";
import type { SecretArgs } from "../args";
import type { Scope } from "../scope";

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
export function createSecrets(scope: Scope): Record<string, OwnSecret> {
    const secrets = Object.entries(scope.args.secrets ?? {}).map(([key, secret]) => {
        const create = secret.store === "ssm" ? createParameter : createSecret;
        const kmsKeyArn = secret.kmsKeyId === undefined ? undefined : scope.guard(secret.kmsKeyId);
        const own = create(scope, `${scope.name}-secret-${key}`, secret);
        return [key, { ...own, kmsKeyArn }] as const;
    });
    return Object.fromEntries(secrets);
}

function createParameter({ parent, args, guard }: Scope, name: string, secret: SecretArgs) {
    const parameter = new Parameter(
        name,
        {
            type: "SecureString",
            value: pulumi.secret(guard(secret.value)),
            name: secret.name,
            description: secret.description,
            keyId: secret.kmsKeyId,
            tags: args.tags,
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

function createSecret({ parent, args, guard }: Scope, name: string, secret: SecretArgs) {
    const resource = new Secret(
        name,
        {
            name: secret.name,
            // Guarded, though nobody judges it: without a guarded input the secret would wait for
            // its parent for ever if the args are wrong (see Scope.guard). It is the first input
            // in the alphabet, and one that is not given stays away as before.
            description: guard(secret.description) as pulumi.Output<string>,
            kmsKeyId: secret.kmsKeyId,
            tags: args.tags,
        },
        { parent },
    );
    const version = new SecretVersion(
        `${name}-version`,
        { secretId: guard(resource.id), secretString: pulumi.secret(guard(secret.value)) },
        { parent },
    );
    return {
        arn: resource.arn,
        reference: resource.arn.apply((arn): SecretReference => ({ store: "secretsmanager", arn })),
        version: version.versionId,
        resource: version,
    };
}
