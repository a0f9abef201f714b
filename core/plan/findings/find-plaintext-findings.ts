import { detectSecret } from "../../detection";
import type { Finding } from "../../finding";
import { parseValueFrom } from "../../value-from";
import { DEFERRED, joinPath, type Deferrable } from "../shape/shape";
import { findPlaintextFinding, type InsteadOfPlaintext } from "./plaintext";

/** Finds plaintext entries that hold what belongs into a secret store. */
export function findPlaintextFindings(
    entries: Readonly<Record<string, Deferrable<string>>> = {},
    path: string,
    instead: InsteadOfPlaintext,
): Finding[] {
    return Object.entries(entries).flatMap(([name, value]) =>
        value === DEFERRED ? [] : findPlaintextFinding(name, value, joinPath(path, name), instead),
    );
}

/** Finds plaintext variables that hold a secret, or the reference to one in its place. */
export function findEnvironmentFindings(
    environment: Readonly<Record<string, Deferrable<string>>> = {},
    path: string,
): Finding[] {
    return [
        ...findPlaintextFindings(environment, path, "secrets"),
        ...Object.entries(environment).flatMap(([name, value]) =>
            value === DEFERRED ? [] : findReferenceInPlaintext(name, value, joinPath(path, name)),
        ),
    ];
}

/**
 * Finds that the ARN of a secret stands where the application expects the secret: Amazon ECS
 * resolves references under `secrets` alone. A name that asks for an ARN gets one rightly.
 */
function findReferenceInPlaintext(name: string, value: string, path: string): Finding[] {
    const reference = value.startsWith("arn:") ? parseValueFrom(value).reference : undefined;
    // A name such as DB_SECRET may ask for the secret, or for which one it is: by an SDK, whole ones.
    const isOpen = /secrets?$/i.test(name) && reference?.arn === value;
    const reason = "is the ARN of a secret: the application would get the ARN, not the secret";
    return reference && !isOpen && detectSecret("environment", name).verdict === "secret"
        ? [{ path, reason, remedy: "Move it to the container's secrets, where it is resolved." }]
        : [];
}
