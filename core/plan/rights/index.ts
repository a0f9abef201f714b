export * from "./execution-role";
export * from "./location";
