import assert from "node:assert/strict";
import type { Definition, State } from "../../../../sandbox/aws/states/definition";
import { StateFailure } from "../../../../sandbox/aws/states/failure";
import { interpret, type Outcome } from "../../../../sandbox/aws/states/interpreter";

const INPUT = { name: "db", list: [{ id: 1 }], "detail-type": "t" };
const CONTEXT = { Execution: { Id: "execution", Input: INPUT } };

/** Runs states that fail with these errors in turn, and then give back what they were given. */
function run(states: Record<string, State>, ...errors: string[]): Outcome {
    const definition: Definition = { StartAt: "A", States: states };
    const left = [...errors];
    return interpret(definition, INPUT, CONTEXT, (_resource, parameters) => {
        const error = left.shift();
        if (error !== undefined) {
            throw new StateFailure(error, "because");
        }
        return { given: parameters };
    });
}

const task = (fields: Partial<State>): State => ({
    Type: "Task",
    Resource: "r",
    End: true,
    ...fields,
});
const pass = (fields: Partial<State>): State => ({ Type: "Pass", End: true, ...fields });
const end: State = { Type: "Succeed" };

const outputs: Record<string, [Record<string, State>, unknown]> = {
    "what it was given": [{ A: end }, INPUT],
    "what the last state leaves": [
        { A: pass({ Result: 1, Next: "B", End: undefined }), B: pass({ Result: 2 }) },
        2,
    ],
    "nothing where its result is null": [{ A: pass({ Result: null }) }, null],
    "what a path refers to": [{ A: pass({ Parameters: { "n.$": "$.name" } }) }, { n: "db" }],
    "what a path to an element refers to": [
        { A: pass({ Parameters: { "n.$": "$.list[0]['id']" } }) },
        { n: 1 },
    ],
    "what a path to a name with a hyphen refers to": [
        { A: pass({ Parameters: { "n.$": "$.detail-type" } }) },
        { n: "t" },
    ],
    "what a path into the context refers to": [
        { A: pass({ Parameters: { in: [{ "id.$": "$$.Execution.Id" }] } }) },
        { in: [{ id: "execution" }] },
    ],
    "a part of its input": [{ A: pass({ InputPath: "$.list" }) }, [{ id: 1 }]],
    "nothing of its input": [{ A: pass({ InputPath: null }) }, {}],
    "a part of its output": [{ A: pass({ OutputPath: "$.list[0]" }) }, { id: 1 }],
    "the result at a path, beside the input": [
        { A: pass({ Result: 1, ResultPath: "$.a.b" }) },
        { ...INPUT, a: { b: 1 } },
    ],
    "the input if the result is thrown away": [{ A: task({ ResultPath: null }) }, INPUT],
    "the result of a task": [{ A: task({ Parameters: { a: 1 } }) }, { given: { a: 1 } }],
    "what is selected of the result of a task": [
        { A: task({ Parameters: 1, ResultSelector: { "a.$": "$.given" } }) },
        { a: 1 },
    ],
    "its input after a wait": [{ A: { Type: "Wait", End: true } }, INPUT],
};

describe("a state machine gives", () => {
    for (const [title, [states, output]] of Object.entries(outputs)) {
        it(title, () => {
            const { history, ...outcome } = run(states);
            assert.deepEqual(outcome, { status: "SUCCEEDED", output });
            assert.deepEqual(
                history.map(({ state }) => state),
                Object.keys(states),
            );
        });
    }
});

const retry = (MaxAttempts: number | undefined, ...ErrorEquals: string[]) => ({
    ErrorEquals,
    ...(MaxAttempts !== undefined && { MaxAttempts }),
});

type Row = [fields: Partial<State>, errors: string[], attempts: number, error?: string];
const retries: Record<string, Row> = {
    "is tried once if it does not fail": [{ Retry: [retry(3, "E")] }, [], 1],
    "is tried once if no retrier is there": [{}, ["E"], 1, "E"],
    "is tried again until it passes": [{ Retry: [retry(3, "E")] }, ["E", "E"], 3],
    "is tried again as often as the retrier says": [{ Retry: [retry(1, "E")] }, ["E", "E"], 2, "E"],
    "is tried again three times if it does not say": [
        { Retry: [retry(undefined, "E")] },
        ["E", "E", "E", "E"],
        4,
        "E",
    ],
    "is not tried again with no attempts": [{ Retry: [retry(0, "E")] }, ["E"], 1, "E"],
    "is not tried again for another error": [{ Retry: [retry(3, "E")] }, ["F"], 1, "F"],
    "is tried again for each error of its own": [
        { Retry: [retry(1, "E"), retry(1, "F")] },
        ["E", "F", "E"],
        3,
        "E",
    ],
    "heeds the first retrier that names the error": [
        { Retry: [retry(0, "E"), retry(3, "States.ALL")] },
        ["E"],
        1,
        "E",
    ],
    "is tried again for States.ALL": [{ Retry: [retry(3, "States.ALL")] }, ["E"], 2],
    "is tried again for States.TaskFailed": [{ Retry: [retry(3, "States.TaskFailed")] }, ["E"], 2],
    "is not tried again for States.TaskFailed if it timed out": [
        { Retry: [retry(3, "States.TaskFailed")] },
        ["States.Timeout"],
        1,
        "States.Timeout",
    ],
    "is not tried again for States.ALL if the machine is at fault": [
        { Retry: [retry(3, "States.ALL")] },
        ["States.Runtime"],
        1,
        "States.Runtime",
    ],
};

describe("a task", () => {
    for (const [title, [fields, errors, attempts, error]] of Object.entries(retries)) {
        it(title, () => {
            const outcome = run({ A: task(fields) }, ...errors);
            assert.deepEqual(outcome.history, [{ state: "A", attempts }]);
            assert.deepEqual(
                [outcome.status, outcome.error],
                error === undefined ? ["SUCCEEDED", undefined] : ["FAILED", error],
            );
        });
    }

    it("leads to the first catcher that names the error, with error and cause", () => {
        const Catch = [
            { ErrorEquals: ["F"], Next: "C" },
            { ErrorEquals: ["E"], Next: "B" },
            { ErrorEquals: ["States.ALL"], Next: "C" },
        ];
        const { output, history } = run({ A: task({ Catch }), B: end, C: end }, "E");
        assert.deepEqual(output, { Error: "E", Cause: "because" });
        assert.deepEqual(
            history.map(({ state }) => state),
            ["A", "B"],
        );
    });

    it("keeps its input beside the error where the catcher says so", () => {
        const Catch = [{ ErrorEquals: ["States.ALL"], Next: "B", ResultPath: "$.error" }];
        const { output } = run({ A: task({ Catch }), B: end }, "E");
        assert.deepEqual(output, { ...INPUT, error: { Error: "E", Cause: "because" } });
    });
});

const failures: Record<string, [State, error: string, cause: string]> = {
    "a Fail state": [{ Type: "Fail", Error: "E", Cause: "C" }, "E", "C"],
    "a Fail state that refers to its input": [
        { Type: "Fail", ErrorPath: "$.name", CausePath: "$$.Execution.Id" },
        "db",
        "execution",
    ],
    "a parameter that refers to nothing": [
        pass({ Parameters: { "a.$": "$.other" } }),
        "States.ParameterPathFailure",
        "The JSONPath '$.other' could not be found in the input.",
    ],
    "a parameter that refers to what every object inherits": [
        pass({ Parameters: { "a.$": "$.constructor" } }),
        "States.ParameterPathFailure",
        "The JSONPath '$.constructor' could not be found in the input.",
    ],
    "an input that refers to nothing": [
        pass({ InputPath: "$.other" }),
        "States.Runtime",
        "Invalid path '$.other': there is no such value.",
    ],
    "a result that has no place": [
        pass({ ResultPath: "$.name.a" }),
        "States.ResultPathMatchFailure",
        "Unable to apply ReferencePath $.name.a to the input.",
    ],
    "a circle": [
        pass({ End: undefined, Next: "A" }),
        "States.Runtime",
        "The execution goes in a circle.",
    ],
};

describe("a state machine fails with", () => {
    for (const [title, [state, error, cause]] of Object.entries(failures)) {
        it(title, () => {
            const { history: _any, ...outcome } = run({ A: state });
            assert.deepEqual(outcome, { status: "FAILED", error, cause });
        });
    }

    it("what stops it in its work, if that is a defect", () => {
        const definition = { StartAt: "A", States: { A: task({}) } };
        const perform = () => {
            throw new TypeError("a defect");
        };
        assert.throws(() => interpret(definition, {}, {}, perform), TypeError);
    });
});
