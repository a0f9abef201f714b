import { randomBytes } from "node:crypto";

/** A value that is found wherever it is told, for there is none like it. */
export function canary(): string {
    return `canary-${randomBytes(12).toString("hex")}`;
}
