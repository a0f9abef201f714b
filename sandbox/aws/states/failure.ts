/** A failure of a state under the name by which `ErrorEquals` speaks of it. */
export class StateFailure extends Error {
    constructor(
        readonly error: string,
        readonly reason: string,
    ) {
        super(`${error}: ${reason}`);
    }
}

/** Failures that no retrier and no catcher of others takes. */
const FATAL = ["States.DataLimitExceeded", "States.Runtime"];

/**
 * Whether one of the names that a retrier or a catcher has is that of an error.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
export function isErrorOf(names: readonly string[], error: string): boolean {
    return names.some(
        (name) =>
            name === error ||
            (name === "States.ALL" && !FATAL.includes(error)) ||
            (name === "States.TaskFailed" && ![...FATAL, "States.Timeout"].includes(error)),
    );
}
