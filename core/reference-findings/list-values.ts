import {
    listEnvironmentFiles,
    listRepositoryCredentials,
    type ContainerDefinition,
} from "../container-definition";
import type { ValueKind } from "./find-value-findings";

/** A text in a container definition by which AWS is to find something. */
export interface NamedValue {
    readonly kind: ValueKind;
    readonly path: string;
    readonly name: string;
    readonly value: string;
}

/** Lists what a container is given from elsewhere, in the order of its fields. */
export function listValues(definition: ContainerDefinition): NamedValue[] {
    const { secrets = [], logConfiguration } = definition;
    const named = (path: string) => (entry: { name: string; valueFrom: string }) => ({
        kind: "reference" as const,
        path,
        name: entry.name,
        value: entry.valueFrom,
    });
    return [
        ...secrets.map(named("secrets")),
        ...(logConfiguration?.secretOptions ?? []).map(named("logConfiguration.secretOptions")),
        ...listRepositoryCredentials([definition]).map(({ credentialsParameter }) => ({
            kind: "credentials" as const,
            path: "repositoryCredentials.credentialsParameter",
            name: "",
            value: credentialsParameter,
        })),
        ...listEnvironmentFiles([definition]).map(({ value }) => ({
            kind: "file" as const,
            path: "environmentFiles",
            name: "",
            value,
        })),
    ];
}
