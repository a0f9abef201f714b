import type { ContainerDefinition, KeyValuePair } from "../../container-definition";
import { isCredential } from "../format-name";
import { entriesOf, formatValue, type Shown } from "./fields";
import { injectRemedy, labelRemedy } from "./remedies";

/** Lists variables and labels. */
export function listPairs({ environment = [], dockerLabels }: ContainerDefinition): Shown[] {
    return [
        ...environment.map((pair): Shown => {
            const { name, value } = readPair(pair);
            return {
                place: "environment",
                path: "environment",
                name,
                value: judgedValue(name, value),
                remedy: injectRemedy(name, "secrets"),
            };
        }),
        ...entriesOf(dockerLabels).map(([name, value]): Shown => ({
            place: "label",
            path: "dockerLabels",
            name,
            value: judgedValue(name, value),
            remedy: labelRemedy(name),
        })),
    ];
}

/** A process gets `NAME=value` as one text, so that a sign in the name is where the value begins. */
function readPair({ name, value }: KeyValuePair): { name: string; value: unknown } {
    const equals = isCredential(name) ? -1 : name.indexOf("=");
    return equals > 0
        ? { name: name.slice(0, equals), value: `${name.slice(equals + 1)}=${formatValue(value)}` }
        : { name, value };
}

/** Where name and value were swapped, the name is what must not be read. */
function judgedValue(name: string, value: unknown): string {
    return isCredential(name) ? name : formatValue(value);
}
