import { policy } from "./policy";
import { role } from "./role";
import { rolePolicy } from "./role-policy";
import { rolePolicyAttachment } from "./role-policy-attachment";

export { listManagedPolicies } from "./managed-policies";
export { evaluateRole, findRole, type RoleRights, type RoleVerdict } from "./rights";
export { assumedRoleArn, listRoles } from "./roles";

/** The resource types of AWS Identity and Access Management. */
export const iamTypes = [policy, role, rolePolicy, rolePolicyAttachment];
