import { joinReadings, type PlaintextReading, variableOf } from "../../core";
import type { Properties } from "../plaintext/define-policy";
import { fieldOf, listRecord, listWords, readEach, unread } from "./variables";

/** Lists what a deployment of a Lightsail container service shows to whoever may list it. */
export function listLightsailPlaintext({ containers }: Properties): PlaintextReading {
    return readEach(containers, "containers", listContainer);
}

function listContainer(container: unknown, path: string): PlaintextReading {
    if (typeof container !== "object") {
        return unread(container, { path }, "it is not an object");
    }
    const name = fieldOf(container, "containerName");
    const shown = { container: typeof name === "string" ? name : path, remedy: fetchSecret };
    return joinReadings([
        listRecord(fieldOf(container, "environment"), { ...shown, path: "environment" }),
        listWords(fieldOf(container, "commands"), { ...shown, path: "commands" }),
    ]);
}

/**
 * Lightsail injects no secrets, and its containers have no role: an access key for them would be
 * the next secret in plaintext.
 * Source: https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-container-services-deployments.html
 */
function fetchSecret(name: string): string {
    const variable = variableOf(name);
    return (
        "Lightsail injects no secrets. Store it in AWS Secrets Manager, set " +
        `${variable}_ARN in environment to the ARN of the secret, and let the program read it ` +
        "when it starts, as a role of IAM Roles Anywhere or of an OIDC provider (no access key); " +
        `or run the container with Amazon ECS, which injects ${variable}.`
    );
}
