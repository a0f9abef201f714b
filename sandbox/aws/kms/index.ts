import { alias } from "./alias";
import { key } from "./key";
import { keyPolicy } from "./key-policy";

export { findKey, type KeyRights } from "./keys";
export { kmsLookups } from "./lookups";

/** The resource types of AWS Key Management Service. */
export const kmsTypes = [alias, key, keyPolicy];
