import type { Finding } from "../../finding";
import { findFieldFindings } from "./find-field-findings";
import { findTextFindings } from "./find-text-findings";
import {
    DEFERRED,
    isPlainObject,
    joinPath,
    PARAMETER,
    RESOURCE,
    shapeOfReference,
    type ListShape,
    type NumberShape,
    type RecordShape,
    type ReferenceShape,
    type ResourceShape,
    type Shape,
} from "./shape";

/** Finds what does not have the given shape: wrong kinds, missing and unknown properties. */
export function findShapeFindings(value: unknown, shape: Shape, path: string): Finding[] {
    if (value === DEFERRED && isDeferrable(shape)) {
        return [];
    }
    switch (shape.kind) {
        case "value":
            return [];
        case "function":
            return findFunctionFindings(value, path);
        case "string":
            return value === DEFERRED
                ? [plainFinding(path, "string")]
                : findTextFindings(value, shape, path);
        case "number":
            return findNumberFindings(value, shape, path);
        case "boolean":
            return findBooleanFindings(value, path);
        case "list":
            return findListFindings(value, shape, path);
        case "record":
            return findRecordFindings(value, shape, path);
        case "object":
            return findFieldFindings(value, shape, path, findShapeFindings);
        case "resource":
            return findResourceFindings(value, shape, path);
        case "reference":
            return findReferenceShapeFindings(value, shape, path);
    }
}

/** Whether an Output may stand there; what must be plain decides what resources there are. */
function isDeferrable(shape: Shape): boolean {
    switch (shape.kind) {
        case "string":
        case "number":
        case "boolean":
        case "list":
        case "resource":
            return !shape.plain;
        case "record":
        case "object":
            return shape.deferrable ?? false;
        case "function":
            return false;
        default:
            return true;
    }
}

function findNumberFindings(value: unknown, shape: NumberShape, path: string): Finding[] {
    if (value === DEFERRED) {
        return [plainFinding(path, "number")];
    }
    const least = shape.negative ? -Infinity : 0;
    const remedy = shape.negative ? "Give a number." : "Give a number, 0 or more.";
    return Number.isInteger(value) && Number(value) >= least
        ? []
        : [{ path, reason: "must be a whole number", remedy }];
}

function findBooleanFindings(value: unknown, path: string): Finding[] {
    if (value === DEFERRED) {
        return [plainFinding(path, "boolean")];
    }
    return typeof value === "boolean"
        ? []
        : [{ path, reason: "must be a boolean", remedy: "Give true or false, without quotes." }];
}

function findFunctionFindings(value: unknown, path: string): Finding[] {
    const remedy = "Give a function of args and opts.";
    return typeof value === "function" ? [] : [{ path, reason: "must be a function", remedy }];
}

function plainFinding(path: string, kind: string): Finding {
    return {
        path,
        reason: `must be a plain ${kind}: what resources there are depends on it`,
        remedy: "Give a value that is no Output.",
    };
}

function findListFindings(value: unknown, shape: ListShape, path: string): Finding[] {
    if (value === DEFERRED) {
        return [plainFinding(path, "list")];
    }
    if (!Array.isArray(value)) {
        return [{ path, reason: "must be a list", remedy: "Give a list, in brackets." }];
    }
    return shape.nonEmpty && value.length === 0
        ? [emptyFinding(path)]
        : value.flatMap((entry, index) => findShapeFindings(entry, shape.of, `${path}[${index}]`));
}

function findRecordFindings(value: unknown, shape: RecordShape, path: string): Finding[] {
    if (!isPlainObject(value)) {
        const remedy =
            "Give a plain object: its keys must be known; only its values may be Outputs.";
        return [{ path, reason: "must be an object", remedy }];
    }
    return shape.nonEmpty && Object.keys(value).length === 0
        ? [emptyFinding(path)]
        : Object.entries(value).flatMap(([key, entry]) =>
              findShapeFindings(entry, shape.of, joinPath(path, key)),
          );
}

function emptyFinding(path: string): Finding {
    return { path, reason: "is empty", remedy: "Give at least one entry." };
}

/** What can be given in the place of a resource. */
const FITTING: Readonly<Record<ResourceShape["of"], string>> = {
    key: "Give the key's ARN, id or alias, or an aws.kms.Key or aws.kms.Alias.",
    role: "Give the role's ARN, or an aws.iam.Role.",
    secret: "Give a key of secrets, or an aws.secretsmanager.Secret or SecretVersion or an aws.ssm.Parameter.",
};

function findResourceFindings(value: unknown, shape: ResourceShape, path: string): Finding[] {
    if (value === DEFERRED) {
        return [plainFinding(path, "string")];
    }
    const reason = `must be a string or a resource that is a ${shape.of}`;
    const isFitting = value === RESOURCE || (value === PARAMETER && shape.of === "secret");
    return isFitting || typeof value === "string"
        ? []
        : [{ path, reason, remedy: FITTING[shape.of] }];
}

function findReferenceShapeFindings(value: unknown, shape: ReferenceShape, path: string) {
    if (value === RESOURCE || value === PARAMETER || typeof value === "string") {
        return [];
    }
    return isPlainObject(value)
        ? findFieldFindings(value, shapeOfReference(value, shape), path, findShapeFindings)
        : [
              {
                  path,
                  reason: "is no reference to a secret",
                  remedy: "Give a string, an object with secret or valueFrom, a resource that is a secret, or a new secret.",
              },
          ];
}
