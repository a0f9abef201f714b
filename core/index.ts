export * from "./arn";
export * from "./container-definition";
export * from "./detection";
export * from "./finding";
export * from "./iam";
export * from "./plan";
export * from "./reference";
