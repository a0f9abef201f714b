/** Whether a role may do what its tasks need, and why: a three-valued evaluation of IAM policies. */
export { evaluateAccess, type AccessWorld, type ResourceSide } from "./access";
export { EVALUATED_OPERATORS } from "./conditions";
export {
    renderAccessDiagram,
    type AccessDrawing,
    type DrawnAccess,
    type DrawnTarget,
} from "./diagram";
export { parsePolicyDocument, type PolicyStatement } from "./document";
export { evaluateIdentity } from "./evaluate";
export { explainAccess, type Explanation } from "./explain";
export type { Bearing, PolicyRole } from "./explain-bearing";
export { formatExplanation } from "./explain-format";
export type { KeyGrant } from "./grant";
export type { KeyPolicy } from "./key-policy";
export { managedPolicyDocument } from "./managed-policies";
export { findManagedPolicyDifferences, MANAGED_POLICIES, type ManagedPolicyEntry } from "./managed";
export { parseNamedPolicy, type NamedPolicy } from "./policy";
export { PENDING, UNKNOWN_RESOURCE, type AccessRequest, type ContextValue } from "./request";
export { evaluateService } from "./service-access";
export { evaluateTrust } from "./trust";
export {
    type AllowReason,
    type Denied,
    type DenyReason,
    type UndeterminedReason,
    type Verdict,
} from "./verdict";
