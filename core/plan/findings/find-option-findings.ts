import { detectSecret } from "../../detection";
import type { Finding } from "../../finding";
import { readCredentialOption } from "../../plaintext";
import { DEFERRED, joinPath, type Deferrable } from "../shape/shape";
import type { LogDescription } from "./description";
import { findPlaintextFinding, plaintextRemedy } from "./plaintext";

/** Finds options of a log driver that hold a credential in plaintext. */
export function findOptionFindings(log: LogDescription, path: string): Finding[] {
    return Object.entries(log.options ?? {}).flatMap(([name, value]) =>
        value === DEFERRED
            ? []
            : findOptionFinding(log.logDriver, name, value, joinPath(path, name)),
    );
}

/** Finds that an option of a log driver holds a credential in plaintext. */
export function findOptionFinding(
    logDriver: Deferrable<string> | undefined,
    name: string,
    value: string,
    path: string,
): Finding[] {
    const findings = findPlaintextFinding(name, value, path, "secretOptions");
    const isCredential =
        typeof logDriver === "string" && readCredentialOption(logDriver, name) !== undefined;
    // A plugin resolves ${VARIABLE} in the router, which may get it from a secret.
    const isReference = detectSecret("logOption", "SECRET", value).verdict === "reference";
    const reason = "is plaintext: by this option the log driver takes a credential";
    return findings.length > 0 || !isCredential || isReference
        ? findings
        : [{ path, reason, remedy: plaintextRemedy("secretOptions") }];
}
