import { createRequire } from "node:module";
import { findUnmetRequirement, LIBRARY_PEERS } from "../core/requirements";

/** Says in one sentence what the library needs and does not find, or nothing if all is there. */
export function findUnmetLibraryRequirement(): string | undefined {
    return findUnmetRequirement(LIBRARY_PEERS, {
        node: process.versions.node,
        load: createRequire(__filename),
    });
}
