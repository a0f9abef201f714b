import { applicationTypes } from "./applications";
import { containerTypes } from "./containers";
import { instanceTypes } from "./instances";
import { jobTypes } from "./jobs";
import { keepType } from "./kept-type";
import { storeTypes } from "./stores";

/** The resource types that are kept and not simulated further. */
export const keptTypes = [
    ...applicationTypes,
    ...containerTypes,
    ...instanceTypes,
    ...jobTypes,
    ...storeTypes,
].map(keepType);
