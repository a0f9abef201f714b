import { filledString, string } from "./kinds";
import { REFERENCE_SHAPE } from "./reference-shape";
import type { ObjectShape } from "./shape";

/** How a container, or the proxy of Service Connect, logs. */
export const LOG_SHAPE: ObjectShape = {
    kind: "object",
    fields: {
        logDriver: { ...filledString, required: true },
        options: { kind: "record", of: string },
        secretOptions: { kind: "record", of: REFERENCE_SHAPE },
    },
};
