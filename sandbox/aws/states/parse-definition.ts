import {
    malformed,
    notSimulated,
    STATE_TYPES,
    type Definition,
    type DefinitionProblem,
    type State,
} from "./definition";
import { findFieldProblems } from "./fields";
import { isObject } from "./paths";

/** What {@link parseDefinition} answers: a definition, or why there is none. */
export interface ParsedDefinition {
    readonly definition?: Definition;
    readonly problems: readonly DefinitionProblem[];
}

/** Finds what is wrong with the resource of a task and with what it is given. */
export type FindTaskProblems = (
    resource: string,
    parameters: unknown,
    at: string,
) => DefinitionProblem[];

const TOP = ["Comment", "QueryLanguage", "StartAt", "States", "TimeoutSeconds", "Version"];

/** Parses a state machine, and finds what AWS refuses and what the simulation has not. */
export function parseDefinition(
    json: string,
    findTaskProblems: FindTaskProblems,
): ParsedDefinition {
    let model: unknown;
    try {
        model = JSON.parse(json);
    } catch {
        return { problems: [malformed("", "The definition is no JSON")] };
    }
    if (!isObject(model) || !isObject(model.States)) {
        return { problems: [malformed("", "The definition has no States")] };
    }
    const { States: states, ...top } = model;
    const problems = [
        ...Object.keys(top)
            .filter((name) => !TOP.includes(name))
            .map((name) => malformed(`/${name}`, `A state machine has no field ${name}`)),
        ...(top.QueryLanguage === undefined || top.QueryLanguage === "JSONPath"
            ? []
            : [notSimulated("/QueryLanguage", "JSONPath is simulated alone")]),
        ...Object.entries(states).flatMap(([name, state]) =>
            findStateProblems(name, state, findTaskProblems),
        ),
        ...findTargetProblems(top.StartAt, states),
    ];
    return problems.length > 0
        ? { problems }
        : { definition: model as unknown as Definition, problems };
}

function findStateProblems(
    name: string,
    state: unknown,
    findTaskProblems: FindTaskProblems,
): DefinitionProblem[] {
    const at = `/States/${name}`;
    if (!isObject(state)) {
        return [malformed(at, "A state must be an object")];
    }
    const type = STATE_TYPES.find((known) => known === state.Type);
    if (!type) {
        const has = STATE_TYPES.join(", ");
        return [
            notSimulated(`${at}/Type`, `there is no ${String(state.Type)} state; it has ${has}`),
        ];
    }
    return [
        ...(name.length > 80 ? [malformed(at, "A state name has at most 80 characters")] : []),
        ...findFieldProblems(type, state, at),
        ...(type === "Task" ? findTaskProblems(String(state.Resource), state.Parameters, at) : []),
    ];
}

/** Every state that is named must be there, and every state that is there must be named. */
function findTargetProblems(start: unknown, states: Record<string, unknown>): DefinitionProblem[] {
    const targets = [
        { target: start, at: "/StartAt" },
        ...Object.entries(states).flatMap(([name, state]) => targetsOf(`/States/${name}`, state)),
    ];
    const named = targets.map(({ target }) => target);
    return [
        ...targets
            .filter(({ target }) => !Object.hasOwn(states, String(target)))
            .map(({ target, at }) => missing(`Missing 'Next' target: ${String(target)}`, at)),
        ...Object.keys(states)
            .filter((name) => !named.includes(name))
            .map((name) => missing(`State "${name}" is not reachable.`, `/States/${name}`)),
    ];
}

function targetsOf(at: string, state: unknown): { target: unknown; at: string }[] {
    const { Next: next, Catch: catchers } = (state ?? {}) as Partial<State>;
    const list = Array.isArray(catchers) ? (catchers as State["Catch"] & object) : [];
    return [
        ...(next === undefined ? [] : [{ target: next, at: `${at}/Next` }]),
        ...list.map((catcher, index) => ({
            target: catcher.Next,
            at: `${at}/Catch[${index}]/Next`,
        })),
    ];
}

function missing(reason: string, at: string): DefinitionProblem {
    return { code: "MISSING_TRANSITION_TARGET", reason, at };
}
