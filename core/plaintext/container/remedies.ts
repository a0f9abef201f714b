import { formatName, isCredential } from "../format-name";
import { variableOf } from "../variable-name";

const ALLOW = "and allow the task execution role to read it";

/** An entry of `secrets` or `secretOptions`, as it is to be written. */
function entryOf(name: string): string {
    const shown = JSON.stringify(isCredential(name) ? "NAME" : formatName(name));
    return `{"name":${shown},"valueFrom":"<ARN of a secret or parameter>"}`;
}

/** What to do with a variable or an option for which Amazon ECS can inject a secret. */
export function injectRemedy(name: string, instead: "secrets" | "secretOptions"): string {
    return `Move it to ${instead}: ${entryOf(name)}, ${ALLOW}.`;
}

/** What to do with a secret in the words of a command. */
export function commandRemedy(name: string): string {
    const variable = variableOf(name).toUpperCase();
    return (
        `Inject it as a variable under secrets: ${entryOf(variable)}, ${ALLOW}; let the program ` +
        `read ${variable}, or a shell put it in: ["sh","-c","exec PROGRAM … \\"$${variable}\\""].`
    );
}

/** What to do with a secret in a health check, which runs where the variables are. */
export function healthCheckRemedy(name: string): string {
    const variable = variableOf(name).toUpperCase();
    return (
        `Inject it as a variable under secrets: ${entryOf(variable)}, ${ALLOW}; let the check ` +
        `read it: ["CMD-SHELL","… \\"$${variable}\\""].`
    );
}

/** What to do with a secret in a label. */
export function labelRemedy(name: string): string {
    const variable = variableOf(name).toUpperCase();
    return (
        "Remove the label, into which nothing can be injected; if the program needs the value, " +
        `inject it under secrets: ${entryOf(variable)}, ${ALLOW}.`
    );
}

/** What to do with a secret in an option of a FireLens router. */
export function routerRemedy(name: string): string {
    const variable = variableOf(name).toUpperCase();
    return (
        "Remove the option, into which nothing can be injected; let the router's own " +
        `configuration read \${${variable}}, injected under secrets: ${entryOf(variable)}, ${ALLOW}.`
    );
}

/** What to do with a secret in an environment file. */
export function environmentFileRemedy(name: string): string {
    return (
        `Take it out of the file, and move it to secrets: ${entryOf(name)}, ${ALLOW}; whoever ` +
        "may read the bucket reads the file."
    );
}

/** What to do with a secret that stands where a reference to it belongs. */
export function referenceRemedy(name: string): string {
    return (
        "Store the value in AWS Secrets Manager or SSM Parameter Store, and refer to it: " +
        `${entryOf(name)}; whoever could read it here knows it, so change it.`
    );
}

/** What to do with a password of a registry that stands where a reference to it belongs. */
export const REGISTRY_REMEDY =
    "Store user name and password in AWS Secrets Manager, and refer to them: " +
    '{"credentialsParameter":"<ARN of a secret>"}; whoever could read it here knows it, so change it.';
