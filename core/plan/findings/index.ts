export * from "./find-dependency-findings";
export * from "./find-launch-findings";
export * from "./find-reference-findings";
export * from "./find-secret-findings";
export * from "./find-service-findings";
export * from "./plaintext";
