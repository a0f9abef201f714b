import type { ContainerDefinition } from "../container-definition";
import type { Plaintext } from "./plaintext";

/** Lists everything in a container definition that shows to whoever may describe it. */
export function listContainerPlaintext(definition: ContainerDefinition): Plaintext[] {
    const { name: container, environment = [], logConfiguration } = definition;
    return [
        ...environment.map(({ name, value }): Plaintext => ({
            place: "environment",
            path: "environment",
            container,
            name,
            // A number is no valid value, and under the name of a password it is one all the same.
            value: String((value as unknown) ?? ""),
            remedy: injectRemedy(name, "secrets"),
        })),
        ...Object.entries(logConfiguration?.options ?? {}).map(([name, value]): Plaintext => ({
            place: "logOption",
            path: "logConfiguration.options",
            container,
            name,
            value: String((value as unknown) ?? ""),
            remedy: injectRemedy(name, "secretOptions"),
        })),
    ];
}

function injectRemedy(name: string, instead: "secrets" | "secretOptions"): string {
    const entry = `{"name":${JSON.stringify(name)},"valueFrom":"<ARN of a secret or parameter>"}`;
    return `Move it to ${instead}: ${entry}, and allow the task execution role to read it.`;
}
