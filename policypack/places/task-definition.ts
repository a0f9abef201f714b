import {
    parseContainerDefinitions,
    readContainerPlaintext,
    UNKNOWN_PART,
    type Finding,
    type PlaintextReading,
} from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { isOfComponent } from "../stack/model";

const UNKNOWN_DEFINITIONS: Finding = {
    path: "containerDefinitions",
    reason: "is not known yet",
    remedy: "It is judged at update, before the task definition is registered.",
};

const NO_TEXT: Finding = {
    path: "containerDefinitions",
    reason: "is no text",
    remedy: "Give a JSON array of container definitions, as a string.",
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
        const isAbsent = containerDefinitions === undefined || containerDefinitions === null;
        return { plaintext: [], findings: isAbsent ? [] : [NO_TEXT] };
    }
    const { definitions, findings } = parseContainerDefinitions(containerDefinitions);
    const reading = readContainerPlaintext(definitions);
    return { ...reading, findings: [...findings, ...reading.findings] };
}
