import { alias } from "./alias";
import { externalKey, replicaExternalKey } from "./external-key";
import { grant } from "./grant";
import { key } from "./key";
import { keyPolicy } from "./key-policy";
import { replicaKey } from "./replica-key";

export { listGrants } from "./grants";
export { findKey, type KeyRights } from "./keys";
export { kmsLookups } from "./lookups";

/** The resource types of AWS Key Management Service. */
export const kmsTypes = [alias, externalKey, grant, key, keyPolicy, replicaExternalKey, replicaKey];
