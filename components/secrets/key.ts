import { Alias, Key, getKey } from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { isAwsManagedKey, parseArn } from "../../core";
import type { KeyArgs } from "../args";

/**
 * The ARN of a customer managed key: IAM grants the use of a key by that alone, so a key id or an
 * alias is looked up.
 * Source: https://docs.aws.amazon.com/kms/latest/developerguide/alias-authorization.html
 */
export function resolveKeyArn(key: KeyArgs, parent: pulumi.Resource): pulumi.Output<string> {
    if (Key.isInstance(key)) {
        return key.arn;
    }
    if (Alias.isInstance(key)) {
        return key.targetKeyArn;
    }
    return pulumi
        .output(key)
        .apply(async (text) =>
            isKeyArn(text) ? text : (await getKey({ keyId: text }, { parent })).arn,
        );
}

/** The key that a store says a secret has: absent if it is the AWS managed one. */
export async function readKeyArn(
    keyId: string | undefined,
    region: string | undefined,
    parent: pulumi.Resource,
): Promise<string | undefined> {
    if (keyId === undefined || keyId === "" || isAwsManagedKey(keyId)) {
        return undefined;
    }
    if (isKeyArn(keyId)) {
        return keyId;
    }
    const { arn, keyManager } = await getKey({ keyId, ...(region && { region }) }, { parent });
    return keyManager === "AWS" ? undefined : arn;
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
