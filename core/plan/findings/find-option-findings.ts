import { detectSecret } from "../../detection";
import type { Finding } from "../../finding";
import { DEFERRED, joinPath, type Deferrable } from "../shape/shape";
import type { LogDescription } from "./description";
import { findPlaintextFinding, plaintextRemedy } from "./plaintext";

/**
 * Options by which log drivers and the plugins of FireLens routers take a credential, in lower case
 * and without `-`, `_` and dots: some plugins write the same option in several ways.
 * Source: https://github.com/aws-samples/amazon-ecs-firelens-examples
 */
const CREDENTIALS: Readonly<Record<string, readonly string[]>> = {
    splunk: ["splunktoken"],
    logentries: ["logentriestoken"],
    awsfirelens: [
        ...["apikey", "licensekey", "token", "splunktoken", "bearertoken", "sharedkey"],
        ...["httppasswd", "httppassword", "password", "passwd", "cloudauth", "secretkey"],
    ],
};

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
    const known = typeof logDriver === "string" ? ownList(logDriver) : [];
    const isCredential = known.includes(name.toLowerCase().replace(/[-_.]/g, ""));
    // A plugin resolves ${VARIABLE} in the router, which may get it from a secret.
    const isReference = detectSecret("logOption", "SECRET", value).verdict === "reference";
    const reason = "is plaintext: by this option the log driver takes a credential";
    return findings.length > 0 || !isCredential || isReference
        ? findings
        : [{ path, reason, remedy: plaintextRemedy("secretOptions") }];
}

function ownList(logDriver: string): readonly string[] {
    return Object.hasOwn(CREDENTIALS, logDriver) ? CREDENTIALS[logDriver] : [];
}
