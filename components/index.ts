import "./guard";

export * from "./args";
export { SecretInjectedService } from "./secret-injected-service";
export { SecretInjectedTaskDefinition } from "./secret-injected-task-definition";
export type { CrossAccountPolicies, Reader } from "../core";
