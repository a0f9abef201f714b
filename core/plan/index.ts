export * from "./container-definitions";
export * from "./execution-role";
export * from "./find-reference-findings";
export * from "./find-service-findings";
export * from "./location";
export * from "./plaintext";
export * from "./service-shape";
export * from "./shape";
