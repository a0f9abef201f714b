import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { assumeArnLength, type SecretReference } from "../../core";
import type { SecretArgs } from "../args";
import { createChild, type Scope } from "../scope";
import { ASSUMED_NAME_LENGTH, AUTONAME_LENGTH, mergeTags, type KnownSecret } from "./known-secret";
import { identifyKey } from "./key";
import { readValue } from "./value";

/** Creates a secret in SSM Parameter Store. */
export function createParameter(
    scope: Scope,
    suffix: string,
    secret: SecretArgs,
    kmsKeyArn: pulumi.Output<string> | undefined,
): Omit<KnownSecret, "kmsKeyArn"> {
    const { value, isFirst } = readValue(secret, scope.parent);
    const parameter = createChild(
        scope,
        "parameter",
        Parameter,
        suffix,
        {
            type: "SecureString",
            value,
            name: secret.name,
            description: secret.description,
            keyId: kmsKeyArn,
            // AWS takes the size from the value; no value needs to be measured, and none shows.
            tier: secret.tier ?? "Intelligent-Tiering",
            tags: mergeTags(scope.args.tags, secret.tags),
        },
        isFirst ? { ignoreChanges: ["value"] } : {},
    );
    return {
        arn: parameter.arn,
        holder: parameter,
        reference: pulumi
            .all([parameter.arn, parameter.name])
            .apply(([arn, name]): SecretReference => ({ store: "ssm", arn, name })),
        // The number of a version that was written outside is not the program's.
        ...(!isFirst && { version: parameter.version.apply(String) }),
        resource: parameter,
        isManaged: !isFirst,
        estimate: {
            store: "ssm",
            arnLength: assumeArnLength("ssm", nameLength(`${scope.name}-${suffix}`, secret)),
            key: identifyKey(secret.kmsKeyId),
        },
    };
}

function nameLength(logicalName: string, { name }: SecretArgs): number {
    if (name === undefined) {
        return logicalName.length + AUTONAME_LENGTH;
    }
    return typeof name === "string" ? name.length : ASSUMED_NAME_LENGTH;
}
