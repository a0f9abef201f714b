export * from "./cross-account";
export * from "./environment-file";
export * from "./estimate-policy-size";
export * from "./execution-role";
export * from "./location";
export * from "./policy-parts";
export {
    findPolicySizeFinding,
    INLINE_POLICIES_QUOTA,
    MANAGED_POLICIES_QUOTA,
    MANAGED_POLICY_QUOTA,
    policySize,
    type PolicyKindAsked,
} from "./policy-size";
export * from "./readers";
export * from "./role-trust";
export { planDecryptStatements, planReadStatement, type InjectedSecret } from "./secret-statements";
export * from "./split-policy";
export { renderDocument, type RenderedDocument, type RenderedStatement } from "./statement";
export { ENVIRONMENT_FILE_FACTS, STORE_FACTS, viaServices } from "./store-facts";
export * from "./task-role";
