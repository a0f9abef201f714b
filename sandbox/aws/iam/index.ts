import { role } from "./role";
import { rolePolicy } from "./role-policy";
import { rolePolicyAttachment } from "./role-policy-attachment";

export { assumedRoleArn, findRole, listRoles, type RoleRights } from "./roles";

/** The resource types of AWS Identity and Access Management. */
export const iamTypes = [role, rolePolicy, rolePolicyAttachment];
