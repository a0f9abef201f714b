import type { ContainerDefinition } from "../container-definition";
import { formatName } from "../plaintext/format-name";
import { hasUnknownPart } from "../plaintext/unknown-part";
import type { ReferenceProblem } from "../reference";

/** A name that AWS refuses, and why. */
export interface NameProblem extends ReferenceProblem {
    readonly name: string;
}

/**
 * Finds names under `secrets` that AWS refuses when the task definition is registered.
 * Source of AWS's words: https://github.com/dagster-io/dagster/issues/11622
 */
export function findNameProblems({
    secrets = [],
    environment = [],
}: ContainerDefinition): NameProblem[] {
    const names = secrets.map(({ name }) => name).filter((name) => !hasUnknownPart(name));
    const plain = new Set(environment.map(({ name }) => name));
    const seen = new Set<string>();
    const twice = new Set<string>();
    for (const name of names) {
        (seen.has(name) ? twice : seen).add(name);
    }
    return [
        ...[...twice].map((name) => ({
            name,
            reason: `it stands there more than once, and AWS refuses that: Duplicate secret names found: ${formatName(name)}. Each secret name must be unique`,
            remedy: "Take all but one away.",
        })),
        ...[...seen]
            .filter((name) => plain.has(name))
            .map((name) => ({
                name,
                reason: `it stands in environment as well, and AWS refuses that: The secret name must be unique and not shared with any new or existing environment variables set on the container, such as '${formatName(name)}'`,
                remedy: "Take it out of environment.",
            })),
    ];
}
