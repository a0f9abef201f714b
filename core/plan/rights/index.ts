export * from "./environment-file";
export * from "./execution-role";
export * from "./location";
export * from "./role-trust";
export { planDecryptStatements, planReadStatement, type InjectedSecret } from "./secret-statements";
export type { RenderedDocument, RenderedStatement } from "./statement";
export { ENVIRONMENT_FILE_FACTS, STORE_FACTS, viaServices } from "./store-facts";
export * from "./task-role";
