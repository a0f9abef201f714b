import type { Finding } from "../../finding";
import {
    findPlaintextSecrets,
    formatName,
    listCommandPlaintext,
    UNKNOWN_PART,
} from "../../plaintext";
import { joinPath } from "../shape/shape";
import type { ContainerDescription } from "./description";
import { COMMAND_REMEDY } from "./plaintext";

/** Finds secrets in the words that a container, or its health check, is started with. */
export function findCommandFindings(container: ContainerDescription, path: string): Finding[] {
    const { command, entryPoint, healthCheck } = container;
    const plaintext = listCommandPlaintext({
        command: knownWords(command),
        entryPoint: knownWords(entryPoint),
        healthCheck: knownWords((healthCheck as { command?: unknown } | undefined)?.command),
    });
    return findPlaintextSecrets(plaintext)
        .filter(({ certainty }) => certainty === "certain")
        .map(({ plaintext: { name, path: field }, reason }) => ({
            path: joinPath(path, field),
            reason: `${name === "" ? "a word" : formatName(name)} ${reason}`,
            remedy: COMMAND_REMEDY,
        }));
}

/** The words of a list; what is not known yet keeps its place, or others would move into it. */
function knownWords(words: unknown): string[] {
    return Array.isArray(words)
        ? words.map((word) => (typeof word === "string" ? word : UNKNOWN_PART))
        : [];
}
