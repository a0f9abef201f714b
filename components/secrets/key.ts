import { Alias, Key, getKey } from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { isAwsManagedKey, parseArn } from "../../core";
import type { KeyArgs } from "../args";
import { readArg, type Scope } from "../scope";
import { readOutput } from "../validation/known-outputs";

/**
 * The ARN of a customer managed key: IAM grants the use of a key by that alone, so a key id or an
 * alias is looked up: in the region of the secret, where that is another one.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
export function resolveKeyArn(
    key: KeyArgs,
    { parent, validated, lookups }: Pick<Scope, "lookups" | "parent" | "validated">,
    region?: pulumi.Output<string | undefined>,
): pulumi.Output<string> {
    if (Key.isInstance(key)) {
        return key.arn;
    }
    if (Alias.isInstance(key)) {
        return key.targetKeyArn;
    }
    if (typeof key === "string" && isKeyArn(key)) {
        return pulumi.output(key);
    }
    const arn = pulumi
        .all([readArg({ validated }, key), region])
        .apply(async ([text, where]) =>
            isKeyArn(text)
                ? text
                : (await getKey({ keyId: text, ...(where && { region: where }) }, { parent })).arn,
        );
    lookups.push(readOutput(arn));
    return arn;
}

/**
 * The key that a store says a secret has: absent if it is the AWS managed one. If that cannot be
 * looked up it says so, and takes it to be that one.
 */
export async function readKeyArn(
    keyId: string | undefined,
    secret: string,
    parent: pulumi.Resource,
): Promise<string | undefined> {
    if (keyId === undefined || keyId === "" || isAwsManagedKey(keyId)) {
        return undefined;
    }
    if (isKeyArn(keyId)) {
        return keyId;
    }
    const region = parseArn(secret)?.region;
    return orWarn(secret, parent, async () => {
        const { arn, keyManager } = await getKey({ keyId, ...(region && { region }) }, { parent });
        return keyManager === "AWS" ? undefined : arn;
    });
}

/** Looks up the key of an existing secret, and says so where that may not be done. */
export async function orWarn(
    secret: string,
    parent: pulumi.Resource,
    lookUp: () => Promise<string | undefined>,
): Promise<string | undefined> {
    try {
        return await lookUp();
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        await pulumi.log.warn(
            `The key of ${secret} could not be looked up, and is taken to be the AWS managed one. If it is a customer managed key, name it in kmsKeyId. (${reason})`,
            parent,
        );
        return undefined;
    }
}

function isKeyArn(text: string): boolean {
    const arn = parseArn(text);
    return arn?.service === "kms" && arn.resource.startsWith("key/");
}

const identities = new WeakMap<object, string>();
let identified = 0;

/** What tells a key from others before its ARN is known; `null` for none. */
export function identifyKey(key: KeyArgs | undefined): string | null {
    if (key === undefined || typeof key === "string") {
        return key ?? null;
    }
    const identity = identities.get(key) ?? `key ${(identified += 1)}`;
    identities.set(key, identity);
    return identity;
}
