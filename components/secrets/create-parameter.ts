import { Parameter } from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { assumeArnLength, AUTONAME_LENGTH, type SecretReference } from "../../core";
import type { SecretArgs } from "../args";
import { mergeTags } from "../merge-tags";
import { createChild, type Scope } from "../scope";
import { ASSUMED_NAME_LENGTH, share, type KnownSecret } from "./known-secret";
import { identifyKey, readKeyArn } from "./key";
import { readValue } from "./value";

/**
 * Whatever of these changes, the value is written with it: Parameter Store has no other way. What
 * others have filled in since would be lost.
 * Source: https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html
 */
const WRITES_VALUE = ["description", "keyId", "tier", "value"];

/** Creates a secret in SSM Parameter Store. */
export function createParameter(
    scope: Scope,
    suffix: string,
    secret: SecretArgs,
    kmsKeyArn: pulumi.Output<string> | undefined,
): KnownSecret {
    const { value, isFirst } = readValue(secret, scope);
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
        isFirst ? { ignoreChanges: WRITES_VALUE } : {},
    );
    return share(parameter, {
        arn: parameter.arn,
        holder: parameter,
        // What is not changed any more stays as it is: the key is the parameter's own.
        kmsKeyArn: isFirst
            ? pulumi
                  .all([parameter.keyId, parameter.arn])
                  .apply(([keyId, arn]) => readKeyArn(keyId, arn, scope.parent))
            : kmsKeyArn,
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
            ...(!isFirst && { key: identifyKey(secret.kmsKeyId) }),
        },
    });
}

function nameLength(logicalName: string, { name }: SecretArgs): number {
    if (name === undefined) {
        return logicalName.length + AUTONAME_LENGTH;
    }
    return typeof name === "string" ? name.length : ASSUMED_NAME_LENGTH;
}
