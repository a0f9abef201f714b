import { rolePoliciesExclusive, rolePolicyAttachmentsExclusive } from "./exclusive";
import { policy } from "./policy";
import { policyAttachment } from "./policy-attachment";
import { role } from "./role";
import { rolePolicy } from "./role-policy";
import { rolePolicyAttachment } from "./role-policy-attachment";

export { iamLookups } from "./lookups";
export { listManagedPolicies } from "./managed-policies";
export { serviceContext, tagContext, type RoleRequest } from "./request-context";
export { evaluateRole, findRole, type RoleRights, type RoleVerdict } from "./rights";
export { assumedRoleArn, listRoles } from "./roles";

/** The resource types of AWS Identity and Access Management. */
export const iamTypes = [
    policy,
    policyAttachment,
    role,
    rolePoliciesExclusive,
    rolePolicy,
    rolePolicyAttachment,
    rolePolicyAttachmentsExclusive,
];
