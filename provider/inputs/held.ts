/** Stands for a value that a preview does not know. */
export const UNKNOWN = Symbol("unknown");

/** What is said of a value beside what it is. */
export interface Note {
    /** Whether Pulumi holds it secret. */
    readonly isSecret: boolean;
    /** The resources that it comes from, whatever stands for them. */
    readonly dependencies: readonly unknown[];
}

/** A value with what is said of it; in the value there may be others. */
export class Held implements Note {
    constructor(
        readonly value: unknown,
        readonly isSecret: boolean,
        readonly dependencies: readonly unknown[],
    ) {}
}

/** What is said of a value that is nothing but itself. */
export const BARE: Note = { isSecret: false, dependencies: [] };

/** Joins what is said of a value to what is said of that in which it stands. */
export function joinNotes(outer: Note, inner: Note): Note {
    return {
        isSecret: outer.isSecret || inner.isSecret,
        dependencies: [...new Set([...outer.dependencies, ...inner.dependencies])],
    };
}

/** Whether nothing is said of a value. */
export function isBare({ isSecret, dependencies }: Note): boolean {
    return !isSecret && dependencies.length === 0;
}
