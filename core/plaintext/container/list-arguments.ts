import type { ContainerDefinition } from "../../container-definition";
import { readCommand, readHealthCheck } from "./commands";
import { fieldOf, textsOf, type Shown } from "./fields";
import { commandRemedy, healthCheckRemedy } from "./remedies";

/** Lists what the commands of a container are started with. */
export function listArguments(definition: ContainerDefinition): Shown[] {
    const { entryPoint, command, healthCheck } = definition;
    return [
        ...readCommand(textsOf(entryPoint), textsOf(command)).map(
            ({ path, assignment: { name, value } }): Shown => ({
                place: "argument",
                path,
                name,
                value,
                remedy: commandRemedy(name),
            }),
        ),
        ...readHealthCheck(textsOf(fieldOf(healthCheck, "command"))).map(
            ({ name, value }): Shown => ({
                place: "argument",
                path: "healthCheck.command",
                name,
                value,
                remedy: healthCheckRemedy(name),
            }),
        ),
    ];
}
