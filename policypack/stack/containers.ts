import { parseContainerDefinitions, type ContainerDefinition } from "../../core";
import { readText } from "./decode";

interface Parsed {
    readonly json: string;
    readonly definitions: readonly ContainerDefinition[];
}

/** Several policies ask for them, of the same task definitions. */
const PARSED = new WeakMap<object, Parsed>();

/** The container definitions of a task definition; none while they are not known. */
export function readContainers({ props }: { props: object }): readonly ContainerDefinition[] {
    const reading = readText(props, "containerDefinitions");
    if (reading.kind !== "known") {
        return [];
    }
    const known = PARSED.get(props);
    if (known?.json === reading.text) {
        return known.definitions;
    }
    const { definitions } = parseContainerDefinitions(reading.text);
    PARSED.set(props, { json: reading.text, definitions });
    return definitions;
}
