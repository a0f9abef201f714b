import type {
    CreateAliasCommandInput,
    CreateKeyCommandInput,
    EnableKeyRotationCommandInput,
    PutKeyPolicyCommandInput,
} from "@aws-sdk/client-kms";
import type { AliasArgs, KeyArgs, KeyPolicyArgs } from "@pulumi/aws/kms";
import { physicalName, regionalArn } from "./names";
import { defineTranslation, refuseRest, type Answer, type Request } from "./request";
import { listTags } from "./tags";

const request = (operation: string, input: object): Request => ({
    service: "kms",
    operation,
    input,
});

/** `aws:kms/key:Key` */
export const key = defineTranslation<KeyArgs>(function* (args) {
    const { customerMasterKeySpec, description, keyUsage, multiRegion, policy, tags, ...more } =
        args;
    const { bypassPolicyLockoutSafetyCheck, enableKeyRotation, isEnabled, ...others } = more;
    // The window matters when the key is deleted.
    const { rotationPeriodInDays, region: _, deletionWindowInDays: __, ...rest } = others;
    refuseRest(rest);
    const { KeyMetadata }: Answer = yield request("CreateKey", {
        KeySpec: customerMasterKeySpec as CreateKeyCommandInput["KeySpec"],
        KeyUsage: keyUsage as CreateKeyCommandInput["KeyUsage"],
        Description: description,
        MultiRegion: multiRegion,
        Policy: policy,
        BypassPolicyLockoutSafetyCheck: bypassPolicyLockoutSafetyCheck,
        Tags: listTags(tags, (TagKey, TagValue) => ({ TagKey, TagValue })),
    } satisfies CreateKeyCommandInput);
    const { KeyId, Arn } = KeyMetadata as { KeyId: string; Arn: string };
    if (enableKeyRotation) {
        yield request("EnableKeyRotation", {
            KeyId,
            RotationPeriodInDays: rotationPeriodInDays,
        } satisfies EnableKeyRotationCommandInput);
    }
    if (isEnabled === false) {
        yield request("DisableKey", { KeyId });
    }
    return { id: KeyId, keyId: KeyId, arn: Arn };
});

/** `aws:kms/alias:Alias` */
export const alias = defineTranslation<AliasArgs>(function* (args, declared) {
    const { name, namePrefix, targetKeyId, region: _, ...rest } = args;
    refuseRest(rest);
    const given = name ?? physicalName({ namePrefix }, declared);
    const AliasName = given.startsWith("alias/") ? given : `alias/${given}`;
    yield request("CreateAlias", {
        AliasName,
        TargetKeyId: targetKeyId,
    } satisfies CreateAliasCommandInput);
    const arn = regionalArn(declared, "kms", AliasName);
    const keyId = targetKeyId.replace(/^.*:key\//, "");
    const targetKeyArn = regionalArn(declared, "kms", `key/${keyId}`);
    return { id: AliasName, name: AliasName, arn, targetKeyArn };
});

/** `aws:kms/keyPolicy:KeyPolicy` */
export const keyPolicy = defineTranslation<KeyPolicyArgs>(function* (args) {
    const { keyId, policy, bypassPolicyLockoutSafetyCheck, region: _, ...rest } = args;
    refuseRest(rest);
    yield request("PutKeyPolicy", {
        KeyId: keyId,
        // The only name there is: https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html
        PolicyName: "default",
        Policy: policy,
        BypassPolicyLockoutSafetyCheck: bypassPolicyLockoutSafetyCheck,
    } satisfies PutKeyPolicyCommandInput);
    return { id: keyId };
});
