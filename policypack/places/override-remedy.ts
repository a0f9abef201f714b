import type { Place } from "../../core";

/**
 * Says what to do about a secret that is passed to a target: a task reads it under `secrets`, the
 * overrides of a task have no such field.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerOverride.html
 */
export function overrideRemedy(name: string, place: Place, whoSees: string): string {
    const entry = `{"name":${JSON.stringify(name)},"valueFrom":"<ARN of a secret or parameter>"}`;
    return place === "environment" && name !== ""
        ? `Take it out of the override, and name it under secrets of the container definition: ${entry}.`
        : place === "argument"
          ? "Let the container read it from a variable that its definition names under secrets, and take it out of the command."
          : `Pass the ARN of a secret, and let the target read it with GetSecretValue: ${whoSees}.`;
}
