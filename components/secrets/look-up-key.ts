import { getSecret } from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { parseArn, type SecretReference } from "../../core";
import type { Scope } from "../scope";
import { orWarn, readKeyArn } from "./key";

/**
 * Looks up which key encrypts an existing secret. SSM Parameter Store has no lookup
 * for that, and a secret of another account must name its key.
 */
export function lookUpKey(
    { parent, location, validated }: Scope,
    reference: pulumi.Output<SecretReference>,
): pulumi.Output<string | undefined> {
    return pulumi.all([reference, location, validated]).apply(async ([secret, { account }]) => {
        const arn = secret.store === "secretsmanager" ? parseArn(secret.arn) : undefined;
        if (secret.store !== "secretsmanager" || !arn || arn.account !== account) {
            return undefined;
        }
        return await orWarn(secret.arn, parent, async () => {
            const { kmsKeyId } = await getSecret(
                { arn: secret.arn, region: arn.region },
                { parent },
            );
            return readKeyArn(kmsKeyId, secret.arn, parent);
        });
    });
}
