export * from "./find-injection-findings";
export * from "./find-place-problem";
export * from "./injection-finding";
