import { key, plainString, string } from "./kinds";
import { SECRET_SHAPE } from "./secret-shape";
import type { Fields, ObjectShape, ReferenceShape } from "./shape";

const source: Fields = {
    secret: { kind: "resource", of: "secret", plain: true },
    valueFrom: string,
    kmsKeyId: key,
    versionStage: plainString,
    versionId: plainString,
};

const one = ["secret", "valueFrom"];

/** What a variable is injected from. */
export const REFERENCE_SHAPE: ReferenceShape = {
    kind: "reference",
    existing: { kind: "object", one, fields: { ...source, jsonKey: plainString } },
    created: SECRET_SHAPE,
};

/** A JSON secret that many variables are injected from. */
export const JSON_SECRET_SHAPE: ObjectShape = {
    kind: "object",
    one,
    fields: {
        ...source,
        keys: { kind: "record", of: plainString, nonEmpty: true, required: true },
    },
};
