export * from "./container";
export * from "./find-secrets";
export * from "./plaintext";
export * from "./unknown-part";
