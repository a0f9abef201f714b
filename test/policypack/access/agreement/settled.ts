import type { Plan } from "./plan";

/**
 * Leaves out what the pack does not look at yet: the partial ARN that stands in
 * `secretsmanager:SecretId`, and a service that injects for a task without a role.
 */
export function isSettled({ injections, place, hasRole }: Plan): boolean {
    const isAskedByName = injections.some(
        ({ reference, ...said }) =>
            reference === "partial" && JSON.stringify(said).includes("secretsmanager:SecretId"),
    );
    return !isAskedByName && (hasRole || place !== "service connect");
}
