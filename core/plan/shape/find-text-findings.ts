import type { Finding } from "../../finding";
import type { StringShape } from "./shape";

/** Finds that something is no text, or none of the texts that may stand there. */
export function findTextFindings(value: unknown, shape: StringShape, path: string): Finding[] {
    if (typeof value !== "string") {
        const otherwise = { reason: "must be a string", remedy: "Give a string." };
        return [{ path, ...(shape.otherwise ?? otherwise) }];
    }
    if (shape.nonEmpty && value === "") {
        return [{ path, reason: "is empty", remedy: "Give it a value." }];
    }
    const { oneOf } = shape;
    return oneOf === undefined || oneOf.includes(value)
        ? []
        : [{ path, reason: "is none of the known values", remedy: `Give ${oneOf.join(" or ")}.` }];
}
