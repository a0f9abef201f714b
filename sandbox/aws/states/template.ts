import { StateFailure } from "./failure";
import { isObject, parsePath, readPath } from "./paths";

/** Finds where a payload template refers to what is no plain path: each a path into the template. */
export function findTemplateProblems(template: unknown, at: string): string[] {
    if (Array.isArray(template)) {
        return template.flatMap((one, index) => findTemplateProblems(one, `${at}/${index}`));
    }
    if (!isObject(template)) {
        return [];
    }
    return Object.entries(template).flatMap(([name, value]) => {
        if (!name.endsWith(".$")) {
            return findTemplateProblems(value, `${at}/${name}`);
        }
        return typeof value === "string" && parsePath(value) ? [] : [`${at}/${name}`];
    });
}

/**
 * Renders a payload template: a field whose name ends in `.$` gets what its path refers to.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html
 */
export function renderTemplate(template: unknown, input: unknown, context: unknown): unknown {
    if (Array.isArray(template)) {
        return template.map((one) => renderTemplate(one, input, context));
    }
    if (!isObject(template)) {
        return template;
    }
    return Object.fromEntries(
        Object.entries(template).map(([name, value]) =>
            name.endsWith(".$")
                ? [name.slice(0, -2), refer(String(value), input, context)]
                : [name, renderTemplate(value, input, context)],
        ),
    );
}

function refer(text: string, input: unknown, context: unknown): unknown {
    const path = parsePath(text);
    const value = path && readPath(path, input, context);
    if (value === undefined) {
        const reason = `The JSONPath '${text}' could not be found in the input.`;
        throw new StateFailure("States.ParameterPathFailure", reason);
    }
    return value;
}
