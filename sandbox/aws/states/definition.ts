/** The types of state that the simulation has. */
export const STATE_TYPES = ["Fail", "Pass", "Succeed", "Task", "Wait"] as const;

/** Tries a failed task again. */
export interface Retrier {
    readonly ErrorEquals: readonly string[];
    /** @default 3 */
    readonly MaxAttempts?: number;
}

/** Goes on at another state after a failure. */
export interface Catcher {
    readonly ErrorEquals: readonly string[];
    readonly Next: string;
    /** @default "$" */
    readonly ResultPath?: string | null;
}

/** A state, as the Amazon States Language writes it. */
export interface State {
    readonly Type: (typeof STATE_TYPES)[number];
    readonly Next?: string;
    readonly End?: boolean;
    readonly Resource?: string;
    readonly InputPath?: string | null;
    readonly Parameters?: unknown;
    readonly Result?: unknown;
    readonly ResultSelector?: unknown;
    readonly ResultPath?: string | null;
    readonly OutputPath?: string | null;
    readonly Retry?: readonly Retrier[];
    readonly Catch?: readonly Catcher[];
    readonly Error?: string;
    readonly ErrorPath?: string;
    readonly Cause?: string;
    readonly CausePath?: string;
}

/**
 * A state machine, as the Amazon States Language writes it.
 * Source: https://states-language.net/spec.html
 */
export interface Definition {
    readonly StartAt: string;
    readonly States: Readonly<Record<string, State>>;
}

/** What is wrong with a definition. */
export interface DefinitionProblem {
    /** AWS's code; `NOT_SIMULATED` if AWS has it and the simulation has not. */
    readonly code: "MISSING_TRANSITION_TARGET" | "NOT_SIMULATED" | "SCHEMA_VALIDATION_FAILED";
    readonly reason: string;
    /** Where it is, for example `/States/Redeploy/Next`. */
    readonly at: string;
}

/** Makes a problem that the schema of the language knows. */
export function malformed(at: string, reason: string): DefinitionProblem {
    return { code: "SCHEMA_VALIDATION_FAILED", reason, at };
}

/** Makes a problem that is one of the simulation alone. */
export function notSimulated(at: string, reason: string): DefinitionProblem {
    return { code: "NOT_SIMULATED", reason, at };
}
