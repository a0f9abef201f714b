/** A reference path, taken apart: `$.a['b'][0]`, or `$$.Execution.Id` into the context object. */
export interface Path {
    readonly isContext: boolean;
    readonly steps: readonly (string | number)[];
}

const STEP = /^(?:\.([^.[\]()?*@,:'"\s]+)|\['([^'\]]+)'\]|\[(\d+)\])/;

/**
 * Parses a reference path; `undefined` if it is none, as all that looks for something are.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html
 */
export function parsePath(text: string): Path | undefined {
    const root = /^\$\$?/.exec(text)?.[0];
    if (root === undefined) {
        return undefined;
    }
    const steps: (string | number)[] = [];
    for (let rest = text.slice(root.length); rest !== "";) {
        const step = STEP.exec(rest);
        if (!step) {
            return undefined;
        }
        const [whole, plain, quoted, index] = step;
        steps.push(index === undefined ? (plain ?? quoted) : Number(index));
        rest = rest.slice(whole.length);
    }
    return { isContext: root === "$$", steps };
}

/** What a path refers to; `undefined` if there is nothing. */
export function readPath(path: Path, input: unknown, context: unknown): unknown {
    return path.steps.reduce<unknown>(
        (at, step) =>
            typeof at === "object" && at !== null && Object.hasOwn(at, step)
                ? (at as Record<string | number, unknown>)[step]
                : undefined,
        path.isContext ? context : input,
    );
}

/** A copy of the input with a value at a path; `undefined` if the path leads through no object. */
export function writePath(
    path: Path,
    input: unknown,
    value: unknown,
): { written: unknown } | undefined {
    const [step, ...steps] = path.steps;
    if (step === undefined) {
        return { written: value };
    }
    if (typeof step === "number" || !(input === undefined || isObject(input))) {
        return undefined;
    }
    const inner = input && Object.hasOwn(input, step) ? input[step] : undefined;
    const rest = writePath({ ...path, steps }, inner, value);
    return rest && { written: { ...input, [step]: rest.written } };
}

/** Whether a value is an object with members. */
export function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
