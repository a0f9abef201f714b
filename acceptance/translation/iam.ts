import type {
    AttachRolePolicyCommandInput,
    CreatePolicyCommandInput,
    CreateRoleCommandInput,
    PutRolePolicyCommandInput,
    UpdateAssumeRolePolicyCommandInput,
} from "@aws-sdk/client-iam";
import type {
    PolicyArgs,
    RoleArgs,
    RolePolicyArgs,
    RolePolicyAttachmentArgs,
} from "@pulumi/aws/iam";
import { physicalName } from "./names";
import { renderPolicy } from "./policy";
import { defineTranslation, refuseRest, type Answer, type Request } from "./request";
import { capitalTag, listTags } from "./tags";

const request = (operation: string, input: object): Request => ({
    service: "iam",
    operation,
    input,
});

/** `aws:iam/role:Role` */
export const role = defineTranslation<RoleArgs>(function* (args, declared) {
    const { name, namePrefix, assumeRolePolicy, ...more } = args;
    const { description, maxSessionDuration, path, permissionsBoundary, tags, ...others } = more;
    // It matters when the role is deleted.
    const { forceDetachPolicies: _, ...rest } = others;
    refuseRest(rest);
    const RoleName = physicalName({ name, namePrefix }, declared);
    const document = renderPolicy(assumeRolePolicy);
    const { Role }: Answer = yield request("CreateRole", {
        RoleName,
        AssumeRolePolicyDocument: document,
        Description: description,
        MaxSessionDuration: maxSessionDuration,
        Path: path,
        PermissionsBoundary: permissionsBoundary,
        Tags: listTags(tags, capitalTag),
    } satisfies CreateRoleCommandInput);
    // The provider does not ask this, but moto judges a trust policy only here.
    yield request("UpdateAssumeRolePolicy", {
        RoleName,
        PolicyDocument: document,
    } satisfies UpdateAssumeRolePolicyCommandInput);
    const { Arn, RoleId } = Role as { Arn: string; RoleId: string };
    return { id: RoleName, name: RoleName, arn: Arn, uniqueId: RoleId };
});

/** `aws:iam/rolePolicy:RolePolicy` */
export const rolePolicy = defineTranslation<RolePolicyArgs>(function* (args, declared) {
    const { name, namePrefix, role: RoleName, policy, ...rest } = args;
    refuseRest(rest);
    const PolicyName = physicalName({ name, namePrefix }, declared);
    yield request("PutRolePolicy", {
        RoleName: String(RoleName),
        PolicyName,
        PolicyDocument: renderPolicy(policy),
    } satisfies PutRolePolicyCommandInput);
    return { id: `${String(RoleName)}:${PolicyName}`, name: PolicyName };
});

/** `aws:iam/rolePolicyAttachment:RolePolicyAttachment` */
export const rolePolicyAttachment = defineTranslation<RolePolicyAttachmentArgs>(function* (args) {
    const { role: RoleName, policyArn: PolicyArn, ...rest } = args;
    refuseRest(rest);
    yield request("AttachRolePolicy", {
        RoleName: String(RoleName),
        PolicyArn,
    } satisfies AttachRolePolicyCommandInput);
    return { id: `${String(RoleName)}/${PolicyArn}` };
});

/** `aws:iam/policy:Policy` */
export const policy = defineTranslation<PolicyArgs>(function* (args, declared) {
    const { name, namePrefix, description, path, policy: document, tags, ...others } = args;
    // The provider's own patience.
    const { delayAfterPolicyCreationInMs: _, ...rest } = others;
    refuseRest(rest);
    const PolicyName = physicalName({ name, namePrefix }, declared);
    const { Policy }: Answer = yield request("CreatePolicy", {
        PolicyName,
        PolicyDocument: renderPolicy(document),
        Description: description,
        Path: path,
        Tags: listTags(tags, capitalTag),
    } satisfies CreatePolicyCommandInput);
    const { Arn } = Policy as { Arn: string };
    return { id: Arn, arn: Arn, name: PolicyName };
});
