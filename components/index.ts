export * from "./args";
export * from "./container-args";
export * from "./reference-args";
export { SecretInjectedService } from "./secret-injected-service";
