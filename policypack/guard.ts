// As components/guard.ts is for the library. The published pack does not need it: it comes with what
// it runs on, or holds it.
import { createRequire } from "node:module";
import { createRequirementError, findUnmetRequirement, POLICY_PEERS } from "../core/requirements";

const unmet = findUnmetRequirement(POLICY_PEERS, {
    node: process.versions.node,
    load: createRequire(__filename),
});
if (unmet !== undefined) {
    throw createRequirementError(unmet);
}
