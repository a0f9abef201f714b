import type { Definition, State } from "./definition";
import { isErrorOf, StateFailure } from "./failure";
import { parsePath, readPath, writePath } from "./paths";
import { renderTemplate } from "./template";

/** A state that was entered, and how often its task was tried. */
export interface Step {
    readonly state: string;
    readonly attempts: number;
}

/** How an execution ended. */
export interface Outcome {
    readonly status: "FAILED" | "SUCCEEDED";
    readonly output?: unknown;
    readonly error?: string;
    readonly cause?: string;
    readonly history: readonly Step[];
}

/** Does the work of a task, or throws a {@link StateFailure}. */
export type Perform = (resource: string, parameters: unknown) => unknown;

/** AWS ends an execution with its 25,000th event; one that goes in a circle gets this far. */
const MAX_STEPS = 1000;

const DEFAULT_ATTEMPTS = 3;

/**
 * Runs a state machine to its end at once: waits are skipped, and there is no time between retries.
 * Source: https://states-language.net/spec.html
 */
export function interpret(
    definition: Definition,
    input: unknown,
    context: unknown,
    perform: Perform,
): Outcome {
    const history: Step[] = [];
    let [name, data]: [string | undefined, unknown] = [definition.StartAt, input];
    while (name !== undefined) {
        if (history.length >= MAX_STEPS) {
            return failed(
                new StateFailure("States.Runtime", "The execution goes in a circle."),
                history,
            );
        }
        const state: State = definition.States[name];
        const left = leave(state, data, context, perform);
        history.push({ state: name, attempts: left.attempts });
        if (left.failure) {
            return failed(left.failure, history);
        }
        [name, data] = [left.next, left.output];
    }
    return { status: "SUCCEEDED", output: data, history };
}

/** How a state is left: to the next one, at the end, or with a failure that nobody caught. */
interface Exit {
    readonly attempts: number;
    readonly next?: string;
    readonly output?: unknown;
    readonly failure?: StateFailure;
}

function leave(state: State, data: unknown, context: unknown, perform: Perform): Exit {
    const used = (state.Retry ?? []).map(() => 0);
    for (let attempts = 1; ; attempts++) {
        try {
            const output = run(state, data, context, perform);
            return { attempts, next: state.Next, output };
        } catch (error) {
            if (!(error instanceof StateFailure)) {
                throw error;
            }
            const retriers = state.Retry ?? [];
            const index = retriers.findIndex((one) => isErrorOf(one.ErrorEquals, error.error));
            // Each retrier counts for itself.
            if (index >= 0 && used[index] < (retriers[index].MaxAttempts ?? DEFAULT_ATTEMPTS)) {
                used[index]++;
                continue;
            }
            return { attempts, ...caught(state, data, error) };
        }
    }
}

function caught(state: State, data: unknown, failure: StateFailure): Omit<Exit, "attempts"> {
    const catcher = state.Catch?.find((one) => isErrorOf(one.ErrorEquals, failure.error));
    if (!catcher) {
        return { failure };
    }
    const result = { Error: failure.error, Cause: failure.reason };
    const placed = tryPlace(catcher.ResultPath, data, result);
    return placed instanceof StateFailure
        ? { failure: placed }
        : { next: catcher.Next, output: placed.written };
}

function run(state: State, data: unknown, context: unknown, perform: Perform): unknown {
    if (state.Type === "Fail") {
        const named = (text?: string, path?: string) =>
            path === undefined ? (text ?? "") : String(follow(path, data, context));
        throw new StateFailure(
            named(state.Error, state.ErrorPath),
            named(state.Cause, state.CausePath),
        );
    }
    const input = follow(state.InputPath, data, context);
    const parameters =
        state.Parameters === undefined ? input : renderTemplate(state.Parameters, input, context);
    if (state.Type === "Task") {
        const result = perform(state.Resource ?? "", parameters);
        const selected =
            state.ResultSelector === undefined
                ? result
                : renderTemplate(state.ResultSelector, result, context);
        return follow(state.OutputPath, place(state.ResultPath, data, selected), context);
    }
    const result =
        state.Type === "Pass"
            ? state.Result === undefined
                ? parameters
                : state.Result
            : parameters;
    const placed = state.Type === "Pass" ? place(state.ResultPath, data, result) : result;
    return follow(state.OutputPath, placed, context);
}

/** What InputPath or OutputPath leaves of something; null leaves an empty object. */
function follow(text: string | null | undefined, data: unknown, context: unknown): unknown {
    if (text === null) {
        return {};
    }
    const path = parsePath(text ?? "$");
    const value = path && readPath(path, data, context);
    if (value === undefined) {
        throw new StateFailure("States.Runtime", `Invalid path '${text}': there is no such value.`);
    }
    return value;
}

/** Puts a result into the input as ResultPath says, or fails. */
function place(text: string | null | undefined, data: unknown, result: unknown): unknown {
    const placed = tryPlace(text, data, result);
    if (placed instanceof StateFailure) {
        throw placed;
    }
    return placed.written;
}

/** Puts a result into the input as ResultPath says; null throws it away. */
function tryPlace(
    text: string | null | undefined,
    data: unknown,
    result: unknown,
): { written: unknown } | StateFailure {
    if (text === null) {
        return { written: data };
    }
    const path = parsePath(text ?? "$");
    const reason = `Unable to apply ReferencePath ${text} to the input.`;
    return (
        (path && writePath(path, data, result)) ??
        new StateFailure("States.ResultPathMatchFailure", reason)
    );
}

function failed({ error, reason }: StateFailure, history: readonly Step[]): Outcome {
    return { status: "FAILED", error, cause: reason, history };
}
