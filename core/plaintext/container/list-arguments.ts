import type { ContainerDefinition } from "../../container-definition";
import { onceByName } from "../once-by-name";
import { readCommand, readHealthCheck } from "./commands";
import { fieldOf, textsOf, type Shown } from "./fields";
import { commandRemedy, healthCheckRemedy } from "./remedies";

/** The words that a container and its health check are started with. */
export interface Commands {
    readonly entryPoint: readonly string[];
    readonly command: readonly string[];
    readonly healthCheck: readonly string[];
}

/** Lists what the commands of a container are started with. */
export function listArguments({ entryPoint, command, healthCheck }: ContainerDefinition): Shown[] {
    return listCommandPlaintext({
        entryPoint: textsOf(entryPoint),
        command: textsOf(command),
        healthCheck: textsOf(fieldOf(healthCheck, "command")),
    });
}

/** Lists what commands show. */
export function listCommandPlaintext({ entryPoint, command, healthCheck }: Commands): Shown[] {
    const inCommand = onceByName(commandRemedy);
    const inHealthCheck = onceByName(healthCheckRemedy);
    return [
        ...readCommand(entryPoint, command).map(({ path, assignment: { name, value } }): Shown => ({
            place: "argument",
            path,
            name,
            value,
            remedy: inCommand(name),
        })),
        ...readHealthCheck(healthCheck).map(({ name, value }): Shown => ({
            place: "argument",
            path: "healthCheck.command",
            name,
            value,
            remedy: inHealthCheck(name),
        })),
    ];
}
