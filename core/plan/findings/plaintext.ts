import { detectSecret } from "../../detection";
import type { Finding } from "../../finding";

/** Finds that a plaintext variable or option holds what belongs into a secret store. */
export function findPlaintextFinding(
    name: string,
    value: string | undefined,
    path: string,
    instead: "secrets" | "secretOptions",
): Finding[] {
    const verdict = detectSecret(name, value);
    return verdict.verdict === "secret" && verdict.certainty === "certain"
        ? [{ path, reason: `is plaintext: ${verdict.reason}`, remedy: plaintextRemedy(instead) }]
        : [];
}

/** Finds that a value known to Pulumi as a secret would be written in plaintext. */
export function secretPlaintextFinding(
    path: string,
    instead: "secrets" | "secretOptions",
): Finding {
    const reason = "is plaintext: its value is a Pulumi secret";
    return { path, reason, remedy: plaintextRemedy(instead) };
}

/** Finds that a field of a container which nothing can be injected into holds a Pulumi secret. */
export function secretFieldFinding(path: string, field: string): Finding {
    const reason = "is plaintext: its value is a Pulumi secret";
    const remedy = COMMANDS.includes(field)
        ? `Inject it as a variable under the container's secrets, and let the command read the variable: ${SHOWS}`
        : `Give a value that is no Pulumi secret (pulumi.unsecret, if it is none in truth): ${SHOWS}`;
    return { path, reason, remedy };
}

/** Fields that a shell or a program reads in the container, where the injected variables are. */
const COMMANDS: readonly string[] = ["command", "entryPoint", "healthCheck"];

const SHOWS = "plaintext shows to everybody who may describe the task definition.";

function plaintextRemedy(instead: "secrets" | "secretOptions"): string {
    const owner = instead === "secrets" ? "the container's secrets" : "secretOptions";
    return `Move it to ${owner}: ${SHOWS}`;
}
