import { CONTAINER_POLICIES } from "./containers";
import type { ManagedPolicyEntry } from "./entry";
import { GENERAL_POLICIES } from "./general";
import { JOB_FUNCTION_POLICIES } from "./job-functions";
import { OBSERVABILITY_POLICIES } from "./observability";
import { SECRETS_MANAGER_POLICIES } from "./secrets-manager";
import { SSM_POLICIES } from "./ssm";

export { findManagedPolicyDifferences } from "./differences";
export type { ManagedPolicyEntry } from "./entry";

/** The AWS managed policies that are recorded. In their ARNs the partition is `aws`. */
export const MANAGED_POLICIES: readonly ManagedPolicyEntry[] = [
    ...GENERAL_POLICIES,
    ...CONTAINER_POLICIES,
    ...OBSERVABILITY_POLICIES,
    ...JOB_FUNCTION_POLICIES,
    ...SECRETS_MANAGER_POLICIES,
    ...SSM_POLICIES,
];
