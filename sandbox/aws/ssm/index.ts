import { parameter } from "./parameter";

export { ssmLookups } from "./lookups";
export { findParameter, listParameters } from "./parameters";
export { putParameterValue } from "./put-parameter-value";

/** The resource types of AWS Systems Manager Parameter Store. */
export const ssmTypes = [parameter];
