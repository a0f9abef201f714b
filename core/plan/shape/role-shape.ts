import { filledString, oneOf, plainBoolean, tags } from "./kinds";
import { REFERENCE_SHAPE } from "./reference-shape";
import type { Fields } from "./shape";

const role: Fields = {
    existing: { kind: "resource", of: "role" },
    path: filledString,
    permissionsBoundary: filledString,
    tags,
};

/** How the task execution role is made. */
export const EXECUTION_ROLE_FIELDS: Fields = {
    ...role,
    attachTaskExecutionPolicy: plainBoolean,
    policies: { ...oneOf("inline", "managed"), plain: true },
    attachPolicies: plainBoolean,
    sourceArn: plainBoolean,
    sourceAccount: plainBoolean,
};

/** How the task role is made. */
export const TASK_ROLE_FIELDS: Fields = {
    ...role,
    readSecrets: { kind: "list", plain: true, of: REFERENCE_SHAPE },
};
