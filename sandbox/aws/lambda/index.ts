import { lambdaFunction } from "./function";
import { permission } from "./permission";

export { findFunction, type FunctionPermission } from "./functions";

/** The resource types of AWS Lambda. */
export const lambdaTypes = [lambdaFunction, permission];
