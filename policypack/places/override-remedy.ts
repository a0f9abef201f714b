import { type Place, variableOf } from "../../core";

/**
 * Says what to do about a secret that is passed to a target: a task reads it under `secrets`, the
 * overrides of a task have no such field.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html
 */
export function overrideRemedy(name: string, place: Place, whoSees: string): string {
    const entry = `{"name":"${variableOf(name)}","valueFrom":"<ARN of a secret or parameter>"}`;
    return place === "environment"
        ? `Take it out of the override, and name it under secrets of the container definition: ${entry}.`
        : place === "argument"
          ? `Take it out of the command, name it under secrets of the container definition, ${entry}, and read that variable.`
          : `Pass the ARN of a secret, and let the target read it with GetSecretValue: ${whoSees}.`;
}
