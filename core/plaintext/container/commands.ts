import type { Assignment } from "../assignment";
import { readScript } from "../read-script";
import { readWords } from "../read-words";

/** What is read in a command, and the field in which it stands. */
export interface CommandReading {
    readonly path: "entryPoint" | "command";
    readonly assignment: Assignment;
}

/**
 * Reads the command of a container. The entry point comes first: it may be the shell whose script
 * is the command, or end in the option whose value the command begins with.
 */
export function readCommand(
    entryPoint: readonly string[],
    command: readonly string[],
): CommandReading[] {
    const ofEntryPoint = new Set(readWords(entryPoint).map(keyOf));
    const all =
        command.length === 0 ? readWords(entryPoint) : readWords([...entryPoint, ...command]);
    return all.map((assignment) => ({
        path: ofEntryPoint.has(keyOf(assignment)) ? "entryPoint" : "command",
        assignment,
    }));
}

/**
 * Reads the command of a health check.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html
 */
export function readHealthCheck(command: readonly string[]): Assignment[] {
    const [kind, ...rest] = command;
    switch (kind) {
        case "CMD-SHELL":
            return readScript(rest.join(" "));
        case "CMD":
            return readWords(rest);
        default:
            // Amazon ECS refuses it; whoever wrote one text meant a script.
            return rest.length === 0 ? readScript(kind ?? "") : readWords(command);
    }
}

function keyOf({ name, value }: Assignment): string {
    return `${name}=${value}`;
}
