import { malformed, notSimulated, type DefinitionProblem, type State } from "./definition";
import { isObject, parsePath } from "./paths";
import { findTemplateProblems } from "./template";

type Fields = Readonly<Record<string, unknown>>;

const ANYWHERE = ["Comment", "QueryLanguage", "Type"];
const PATHS = ["InputPath", "OutputPath"];
const ONWARD = ["End", "Next"];

/** The fields that each type of state may have. */
const FIELDS: Readonly<Record<State["Type"], readonly string[]>> = {
    Fail: ["Cause", "CausePath", "Error", "ErrorPath"],
    Pass: [...ONWARD, ...PATHS, "Parameters", "Result", "ResultPath"],
    Succeed: PATHS,
    Task: [
        ...ONWARD,
        ...PATHS,
        "Catch",
        "HeartbeatSeconds",
        "Parameters",
        "Resource",
        "ResultPath",
        "ResultSelector",
        "Retry",
        "TimeoutSeconds",
    ],
    Wait: [...ONWARD, ...PATHS, "Seconds", "SecondsPath", "Timestamp", "TimestampPath"],
};

type IsValid = (value: unknown) => boolean;

const isWhole = (least: number, most: number): IsValid => {
    return (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= most;
};

/**
 * What the fields of a retrier may be.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
const RETRIER_FIELDS: Readonly<Record<string, IsValid>> = {
    BackoffRate: (value) => typeof value === "number" && value >= 1,
    Comment: () => true,
    ErrorEquals: () => true,
    IntervalSeconds: isWhole(1, 99_999_999),
    JitterStrategy: (value) => value === "FULL" || value === "NONE",
    MaxAttempts: isWhole(0, 99_999_999),
    MaxDelaySeconds: isWhole(1, 31_622_399),
};

/** What the fields of a catcher may be. */
const CATCHER_FIELDS: Readonly<Record<string, IsValid>> = {
    Comment: () => true,
    ErrorEquals: () => true,
    Next: (value) => typeof value === "string",
    ResultPath: (value) => value === null || typeof value === "string",
};

/** Finds what is wrong with the fields of a state, whatever they lead to. */
export function findFieldProblems(type: State["Type"], state: Fields, at: string) {
    return [
        ...findStrangers(type, state, at),
        ...findOnwardProblems(type, state, at),
        ...findPathProblems(state, at),
        ...["Parameters", "ResultSelector"].flatMap((name) =>
            findTemplateProblems(state[name], `${at}/${name}`).map(notAPath),
        ),
        ...findRulesProblems(state.Retry, `${at}/Retry`, RETRIER_FIELDS),
        ...findRulesProblems(state.Catch, `${at}/Catch`, CATCHER_FIELDS),
    ];
}

function findStrangers(type: State["Type"], state: Fields, at: string): DefinitionProblem[] {
    const known = [...ANYWHERE, ...FIELDS[type]];
    const strangers = Object.keys(state).filter((name) => !known.includes(name));
    const isOther = state.QueryLanguage !== undefined && state.QueryLanguage !== "JSONPath";
    return [
        ...strangers.map((name) =>
            malformed(`${at}/${name}`, `A ${type} state has no field ${name}`),
        ),
        ...(isOther ? [notSimulated(`${at}/QueryLanguage`, "JSONPath is simulated alone")] : []),
    ];
}

function findOnwardProblems(type: State["Type"], state: Fields, at: string): DefinitionProblem[] {
    const isLast = type === "Fail" || type === "Succeed";
    const ways = [state.Next !== undefined, state.End === true].filter(Boolean).length;
    return isLast || ways === 1
        ? []
        : [malformed(at, "A state must have either Next or End: true")];
}

/** A path in one of these is a reference path, or null where that means something. */
function findPathProblems(state: Fields, at: string): DefinitionProblem[] {
    const names = [...PATHS, "CausePath", "ErrorPath", "ResultPath"];
    return names
        .filter((name) => state[name] !== undefined && state[name] !== null)
        .filter((name) => !parsePath(String(state[name])))
        .map((name) => notAPath(`${at}/${name}`));
}

function notAPath(at: string): DefinitionProblem {
    return notSimulated(at, "of JSONPath and intrinsic functions plain paths are simulated alone");
}

/** Problems of retriers or catchers. */
function findRulesProblems(
    rules: unknown,
    at: string,
    fields: Readonly<Record<string, IsValid>>,
): DefinitionProblem[] {
    if (rules === undefined) {
        return [];
    }
    if (!Array.isArray(rules)) {
        return [malformed(at, "Value is not of type array")];
    }
    return (rules as unknown[]).flatMap((rule, index) => {
        const here = `${at}[${index}]`;
        const names: unknown = isObject(rule) ? rule.ErrorEquals : undefined;
        if (!isObject(rule) || !Array.isArray(names) || names.length === 0) {
            return [malformed(here, "ErrorEquals must be an array that is not empty")];
        }
        const isAll = names.includes("States.ALL");
        const isMisplaced = isAll && (names.length > 1 || index < rules.length - 1);
        return [
            ...(isMisplaced
                ? [malformed(here, "States.ALL must appear alone and in the last entry")]
                : []),
            ...Object.keys(rule)
                .filter((name) => !Object.hasOwn(fields, name) || !fields[name](rule[name]))
                .map((name) => malformed(`${here}/${name}`, "Value is not valid")),
            ...findPathProblems(rule, here),
        ];
    });
}
