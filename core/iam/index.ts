/** Whether a role may do what its tasks need, and why: a three-valued evaluation of IAM policies. */
export { evaluateAccess, type AccessWorld, type ResourceSide } from "./access";
export { EVALUATED_OPERATORS } from "./conditions";
export {
    renderAccessDiagram,
    type AccessDrawing,
    type DrawnAccess,
    type DrawnTarget,
} from "./diagram";
export {
    parsePolicyDocument,
    POLICY_VERSIONS,
    type Condition,
    type ParsedPolicyDocument,
    type PolicyDocument,
    type PolicyStatement,
    type PolicyVersion,
    type PrincipalSet,
    type StatementElement,
} from "./document";
export { evaluateIdentity } from "./evaluate";
export { explainAccess, type ExplainedPolicy, type Explanation } from "./explain";
export type { Bearing, PolicyRole } from "./explain-bearing";
export { formatExplanation } from "./explain-format";
export type { ExplainedElement, ExplainedStatement } from "./explain-statement";
export type { GrantConstraint, KeyGrant } from "./grant";
export type { KeyPolicy } from "./key-policy";
export { managedPolicyDocument } from "./managed-policies";
export { findManagedPolicyDifferences, MANAGED_POLICIES, type ManagedPolicyEntry } from "./managed";
export { parseNamedPolicy, type KnownPolicy, type NamedPolicy, type UnknownPolicy } from "./policy";
export { PENDING, UNKNOWN_RESOURCE, type AccessRequest, type ContextValue } from "./request";
export { evaluateService, type ServiceRequest } from "./service-access";
export { evaluateTrust } from "./trust";
export {
    ALLOW_REASONS,
    DENY_REASONS,
    UNDETERMINED_REASONS,
    type Allowed,
    type AllowReason,
    type Denied,
    type DenyReason,
    type Undetermined,
    type UndeterminedReason,
    type Verdict,
} from "./verdict";
