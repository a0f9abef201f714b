export * from "./container-definitions";
export * from "./findings";
export * from "./rights";
export * from "./shape";
export * from "./rotation";
