// Imported before anything else: what is missing is named here, not by the first import that breaks.
import { createRequirementError } from "../core/requirements";
import { findUnmetLibraryRequirement } from "./requirements";

const unmet = findUnmetLibraryRequirement();
if (unmet !== undefined) {
    throw createRequirementError(unmet);
}
