import { detectSecret } from "../detection";
import type { Finding } from "../finding";

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

function plaintextRemedy(instead: "secrets" | "secretOptions"): string {
    const owner = instead === "secrets" ? "the container's secrets" : "secretOptions";
    return `Move it to ${owner}: plaintext shows to everybody who may describe the task definition.`;
}
