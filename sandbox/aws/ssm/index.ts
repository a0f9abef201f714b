import { parameter } from "./parameter";

export { findParameter, listParameters, type Parameter } from "./parameters";
export { putParameterValue } from "./put-parameter-value";

/** The resource types of AWS Systems Manager Parameter Store. */
export const ssmTypes = [parameter];
