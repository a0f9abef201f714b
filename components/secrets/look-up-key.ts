import { getSecret } from "@pulumi/aws/secretsmanager";
import * as pulumi from "@pulumi/pulumi";
import { parseArn, type SecretReference } from "../../core";
import type { Scope } from "../scope";
import { readKeyArn } from "./key";

/**
 * Looks up which key encrypts an existing secret. SSM Parameter Store has no lookup
 * for that, and a secret of another account must name its key.
 */
export function lookUpKey(
    { parent, location, gate }: Scope,
    reference: pulumi.Output<SecretReference>,
): pulumi.Output<string | undefined> {
    return pulumi.all([reference, location, gate]).apply(async ([secret, { account }]) => {
        const arn = secret.store === "secretsmanager" ? parseArn(secret.arn) : undefined;
        if (secret.store !== "secretsmanager" || !arn || arn.account !== account) {
            return undefined;
        }
        return await askForKey(secret.arn, arn.region, parent);
    });
}

async function askForKey(
    arn: string,
    region: string,
    parent: pulumi.Resource,
): Promise<string | undefined> {
    try {
        const { kmsKeyId } = await getSecret({ arn, region }, { parent });
        return await readKeyArn(kmsKeyId, region, parent);
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        await pulumi.log.warn(
            `The key of ${arn} could not be looked up, and is taken to be the AWS managed one. If it is a customer managed key, name it in kmsKeyId. (${reason})`,
            parent,
        );
        return undefined;
    }
}
