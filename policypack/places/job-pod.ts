import { joinReadings, type PlaintextReading, variableOf } from "../../core";
import {
    type Field,
    fieldOf,
    listPairs,
    listRecord,
    listWords,
    NOTHING,
    readEach,
    unread,
} from "./variables";

/** The lists of containers that a pod has. */
const CONTAINERS = ["containers", "initContainers"];

/** The fields of a container as Pulumi names them, and as AWS does. */
const VARIABLES = ["envs", "env"];
const COMMANDS = ["commands", "command"];

/** Lists what the pods of a Batch job on Amazon EKS show. */
export function listPods(podProperties: unknown, path: string): PlaintextReading {
    if (typeof podProperties !== "object") {
        return unread(podProperties, { path }, "it is not an object");
    }
    return joinReadings([
        ...CONTAINERS.map((list) =>
            readEach(fieldOf(podProperties, list), `${path}.${list}`, listContainer),
        ),
        listRecord(fieldOf(podProperties, "metadata", "labels"), {
            path: `${path}.metadata.labels`,
            place: "label",
            remedy: mountSecret,
        }),
    ]);
}

function listContainer(container: unknown, path: string): PlaintextReading {
    if (typeof container !== "object") {
        return unread(container, { path }, "it is not an object");
    }
    const name = fieldOf(container, "name");
    const fieldAt = (field: string): Field => ({
        path: `${path}.${field}`,
        ...(typeof name === "string" && name !== "" && { container: name }),
        remedy: mountSecret,
    });
    const command = COMMANDS.map((field) => fieldOf(container, field)).find(Boolean);
    const args = fieldOf(container, "args");
    const isOne = Array.isArray(command) && Array.isArray(args);
    return joinReadings([
        ...VARIABLES.map((field) => listPairs(fieldOf(container, field), fieldAt(field))),
        listWords(
            isOne ? [...(command as unknown[]), ...(args as unknown[])] : command,
            fieldAt("command"),
        ),
        isOne ? NOTHING : listWords(args, fieldAt("args")),
    ]);
}

/**
 * Batch injects nothing into a pod; a secret of Kubernetes may be a volume of it.
 * Source: https://docs.aws.amazon.com/batch/latest/APIReference/API_EksSecret.html
 */
function mountSecret(name: string): string {
    return (
        "Keep it in a secret of Kubernetes, mount that as a volume of the pod: " +
        `{"name":"secrets","secret":{"secretName":"<name of the secret>"}}, and let the program ` +
        `read ${variableOf(name)} from the file.`
    );
}
