import { isRecord } from "../../is-record";
import type { Plaintext } from "../plaintext";

/** What a container shows, without the container. */
export type Shown = Omit<Plaintext, "container">;

/** The entries of a field that is a record; none where it is none. */
export function entriesOf(value: unknown): [string, unknown][] {
    return isRecord(value) ? Object.entries(value) : [];
}

/** A field of something that may be no object. */
export function fieldOf(value: unknown, name: string): unknown {
    return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/** The texts of a field that is a list; none where it is none. */
export function textsOf(value: unknown): string[] {
    return Array.isArray(value) ? value.filter((entry) => typeof entry === "string") : [];
}

/** A value as text: a number is no valid one, and under the name of a password it is one all the same. */
export function formatValue(value: unknown): string {
    return typeof value === "string"
        ? value
        : value === undefined || value === null
          ? ""
          : JSON.stringify(value);
}
