export * from "./args";
export { SecretInjectedService } from "./secret-injected-service";
