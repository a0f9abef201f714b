import {
    listContainerPlaintext,
    parseContainerDefinitions,
    type PlaintextReading,
} from "../../core";
import { UNKNOWN_PART } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { isOfComponent } from "../stack/model";

const UNKNOWN_DEFINITIONS = {
    path: "the container definitions",
    reason: "are not known yet",
    remedy: "They are judged at update, before the task definition is registered.",
};

/** Lists what an ECS task definition shows. */
export function listTaskDefinitionPlaintext(
    { containerDefinitions }: Properties,
    urn: string,
): PlaintextReading {
    if (containerDefinitions === UNKNOWN_PART) {
        // Our component judges names and values before it registers anything.
        return { plaintext: [], findings: isOfComponent({ urn }) ? [] : [UNKNOWN_DEFINITIONS] };
    }
    if (typeof containerDefinitions !== "string") {
        return { plaintext: [], findings: [] };
    }
    const { definitions, findings } = parseContainerDefinitions(containerDefinitions);
    return { plaintext: definitions.flatMap(listContainerPlaintext), findings };
}
