import type { ContainerDefinition } from "../../container-definition";
import { isCredential } from "../format-name";
import { entriesOf, formatValue, type Shown } from "./fields";
import { injectRemedy, labelRemedy } from "./remedies";

/** Lists variables and labels. */
export function listPairs({ environment = [], dockerLabels }: ContainerDefinition): Shown[] {
    return [
        ...environment.map(({ name, value }): Shown => ({
            place: "environment",
            path: "environment",
            name,
            value: judgedValue(name, value),
            remedy: injectRemedy(name, "secrets"),
        })),
        ...entriesOf(dockerLabels).map(([name, value]): Shown => ({
            place: "label",
            path: "dockerLabels",
            name,
            value: judgedValue(name, value),
            remedy: labelRemedy(name),
        })),
    ];
}

/** Where name and value were swapped, the name is what must not be read. */
function judgedValue(name: string, value: unknown): string {
    return isCredential(name) ? name : formatValue(value);
}
