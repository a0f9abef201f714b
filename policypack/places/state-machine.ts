import { type Plaintext, type PlaintextReading, UNKNOWN_PART } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { isOfComponent } from "../stack/model";
import { type JsonContext, listJsonText } from "./json-text";
import { overrideRemedy } from "./override-remedy";
import { isRequestToken } from "./request-token";
import { NOTHING } from "./variables";

const WHO_SEES = "the definition and the history of every execution show what is passed";

const DEFINITION: JsonContext = {
    path: "definition",
    remedy: (name, place) => overrideRemedy(name, place, WHO_SEES),
    isReplaced: (value, name) => isRequestToken(name) || isPath(value) || isExpression(value),
};

/** Lists what the definition of a Step Functions state machine shows. */
export function listStateMachinePlaintext(
    { definition }: Properties,
    urn: string,
): PlaintextReading {
    if (definition === UNKNOWN_PART && isOfComponent({ urn })) {
        // Our component's own machine passes names and ARNs alone.
        return NOTHING;
    }
    const { plaintext, findings } = listJsonText(definition, DEFINITION);
    return { plaintext: plaintext.map(readLiteral), findings };
}

/**
 * What a field holds whose name ends with `.$`: a path into the input, or an intrinsic function.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/input-output-inputpath-params.html
 */
function isPath(value: string): boolean {
    return /^(?:\$\$?(?:[.[]|$)|States\.[A-Za-z]{1,32}\()/.test(value);
}

/**
 * What stands in such brackets is JSONata; a text alone in it stands for itself.
 * Source: https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
function isExpression(value: string): boolean {
    return value.startsWith("{%") && value.endsWith("%}") && literalOf(value) === undefined;
}

function readLiteral(plaintext: Plaintext): Plaintext {
    const literal = literalOf(plaintext.value ?? "");
    return literal === undefined ? plaintext : { ...plaintext, value: literal };
}

function literalOf(value: string): string | undefined {
    const inside = value.startsWith("{%") && value.endsWith("%}") ? value.slice(2, -2).trim() : "";
    const quote = inside.slice(0, 1);
    const text = inside.slice(1, -1);
    return (quote === '"' || quote === "'") &&
        inside === `${quote}${text}${quote}` &&
        !text.includes(quote)
        ? text
        : undefined;
}
