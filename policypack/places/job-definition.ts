import { joinReadings, type PlaintextReading, UNKNOWN_PART, variableOf } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { listJobContainer } from "./job-container";
import { listPods } from "./job-pod";
import { listDocument } from "./json-text";
import { fieldOf, listRecord, readEach, unread } from "./variables";

/** Lists what a Batch job definition shows to whoever may describe it. */
export function listJobDefinitionPlaintext(props: Properties): PlaintextReading {
    const { containerProperties, ecsProperties, eksProperties, nodeProperties, parameters } = props;
    return joinReadings([
        listDocument(containerProperties, "containerProperties", (_, json) =>
            listJobContainer(json, "containerProperties"),
        ),
        listDocument(ecsProperties, "ecsProperties", (document) =>
            listTasks(document, "ecsProperties"),
        ),
        listPods(fieldOf(eksProperties, "podProperties"), "eksProperties.podProperties"),
        listDocument(nodeProperties, "nodeProperties", (document) =>
            readEach(
                jsonField(document, "nodeRangeProperties"),
                "nodeProperties.nodeRangeProperties",
                listNode,
            ),
        ),
        listRecord(parameters, { path: "parameters", place: "argument", remedy: injectVariable }),
    ]);
}

function listNode(node: unknown, path: string): PlaintextReading {
    const pods = jsonField(jsonField(node, "eksProperties"), "podProperties");
    return joinReadings([
        listContainer(jsonField(node, "container"), `${path}.container`),
        listTasks(jsonField(node, "ecsProperties"), `${path}.ecsProperties`),
        listPods(pods, `${path}.eksProperties.podProperties`),
    ]);
}

function listTasks(ecsProperties: unknown, path: string): PlaintextReading {
    const tasks = jsonField(ecsProperties, "taskProperties");
    return readEach(tasks, `${path}.taskProperties`, (task, at) =>
        readEach(jsonField(task, "containers"), `${at}.containers`, listContainer),
    );
}

function listContainer(container: unknown, path: string): PlaintextReading {
    if (container === undefined || container === null || container === UNKNOWN_PART) {
        return unread(container, { path }, "");
    }
    try {
        return listJobContainer(JSON.stringify(container), path);
    } catch {
        return unread({}, { path }, "it is nested too deeply");
    }
}

/** AWS takes the names of fields in JSON with a capital, too. */
function jsonField(value: unknown, name: string): unknown {
    const field = fieldOf(value, name);
    return field === undefined || field === null
        ? fieldOf(value, name.charAt(0).toUpperCase() + name.slice(1))
        : field;
}

function injectVariable(name: string): string {
    const variable = variableOf(name);
    return (
        `Inject it as a variable under secrets in containerProperties: {"name":"${variable}",` +
        '"valueFrom":"<ARN of a secret or parameter>"}, allow the execution role to read it, and ' +
        `let the program read ${variable}.`
    );
}
