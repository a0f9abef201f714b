import { joinReadings, type PlaintextReading, UNKNOWN_PART, variableOf } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { fieldOf, listRecord, listScript, unread } from "./variables";

/** Where the configuration of an image and that of source code stand. */
const CONFIGURATIONS = [
    ["imageRepository", "imageConfiguration"],
    ["codeRepository", "codeConfiguration", "codeConfigurationValues"],
];

/** Lists what an App Runner service shows to whoever may describe it. */
export function listAppRunnerPlaintext({ sourceConfiguration }: Properties): PlaintextReading {
    return sourceConfiguration === UNKNOWN_PART
        ? unread(sourceConfiguration, { path: "sourceConfiguration" }, "")
        : joinReadings(
              CONFIGURATIONS.map((path) =>
                  listConfiguration(fieldOf(sourceConfiguration, ...path), path[path.length - 1]),
              ),
          );
}

function listConfiguration(configuration: unknown, path: string): PlaintextReading {
    if (typeof configuration !== "object") {
        return unread(configuration, { path }, "it is not an object");
    }
    const listCommand = (path: string) =>
        listScript(fieldOf(configuration, path), { path, remedy: injectIntoCommand });
    return joinReadings([
        listRecord(fieldOf(configuration, "runtimeEnvironmentVariables"), {
            path: "runtimeEnvironmentVariables",
            remedy: injectVariable,
        }),
        listRecord(fieldOf(configuration, "runtimeEnvironmentSecrets"), {
            path: "runtimeEnvironmentSecrets",
            place: "reference",
            remedy: refer,
        }),
        listCommand("startCommand"),
        listCommand("buildCommand"),
    ]);
}

/**
 * What injects a variable.
 * Source: https://docs.aws.amazon.com/apprunner/latest/dg/env-variable.html
 */
const entryOf = (name: string) =>
    `runtimeEnvironmentSecrets: {"${variableOf(name)}":"<ARN of a secret or parameter>"}`;

function injectVariable(name: string): string {
    return `Move it to ${entryOf(name)}, and allow the service's instance role to read it.`;
}

function injectIntoCommand(name: string): string {
    return (
        `Inject it as a variable: ${entryOf(name)}, allow the service's instance role to read it, ` +
        `and let the program read ${variableOf(name)}.`
    );
}

function refer(name: string): string {
    return (
        "Store the value in AWS Secrets Manager or SSM Parameter Store, and refer to it: " +
        `${entryOf(name)}; whoever could read it here knows it, so change it.`
    );
}
