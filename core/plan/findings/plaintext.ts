import { detectSecret, type Place } from "../../detection";
import type { Finding } from "../../finding";

/** Where a secret belongs, or, where nothing can be injected, what holds it in plaintext. */
export type InsteadOfPlaintext =
    "secrets" | "secretOptions" | "dockerLabels" | "firelensConfiguration";

/** Finds that a plaintext variable or option holds what belongs into a secret store. */
export function findPlaintextFinding(
    name: string,
    value: string | undefined,
    path: string,
    instead: InsteadOfPlaintext,
): Finding[] {
    const verdict = detectSecret(PLACES[instead], name, value);
    return verdict.verdict === "secret" && verdict.certainty === "certain"
        ? [{ path, reason: `is plaintext: ${verdict.reason}`, remedy: plaintextRemedy(instead) }]
        : [];
}

const PLACES: Readonly<Record<InsteadOfPlaintext, Place>> = {
    secrets: "environment",
    secretOptions: "logOption",
    dockerLabels: "label",
    firelensConfiguration: "logOption",
};

/** Finds that a value known to Pulumi as a secret would be written in plaintext. */
export function secretPlaintextFinding(path: string, instead: InsteadOfPlaintext): Finding {
    const reason = "is plaintext: its value is a Pulumi secret";
    return { path, reason, remedy: plaintextRemedy(instead) };
}

/** Finds that a field of a container which nothing can be injected into holds a Pulumi secret. */
export function secretFieldFinding(path: string, field: string): Finding {
    const reason = "is plaintext: its value is a Pulumi secret";
    const remedy = COMMANDS.includes(field)
        ? COMMAND_REMEDY
        : `Give a value that is no Pulumi secret (pulumi.unsecret, if it is none in truth): ${SHOWS}`;
    return { path, reason, remedy };
}

/** Fields that a shell or a program reads in the container, where the injected variables are. */
const COMMANDS: readonly string[] = ["command", "entryPoint", "healthCheck"];

const SHOWS = "plaintext shows to everybody who may describe the task definition.";

/** What to do with a secret in the words of a command. */
export const COMMAND_REMEDY = `Inject it as a variable under the container's secrets, and let the command read the variable: ${SHOWS}`;

const REMEDIES: Readonly<Record<InsteadOfPlaintext, string>> = {
    secrets: "Move it to the container's secrets",
    secretOptions: "Move it to secretOptions",
    dockerLabels: "Remove the label, into which nothing can be injected",
    firelensConfiguration:
        "Let the router's own configuration read a variable under the container's secrets",
};

/** What to do with a secret that stands in plaintext. */
export function plaintextRemedy(instead: InsteadOfPlaintext): string {
    return `${REMEDIES[instead]}: ${SHOWS}`;
}
