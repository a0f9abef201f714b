export * from "./container-shape";
export * from "./find-shape-findings";
export * from "./read-shape";
export * from "./reference-shape";
export * from "./secret-shape";
export * from "./service-shape";
export * from "./shape";
export * from "./task-shape";
