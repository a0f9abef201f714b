import { listRepositoryCredentials, type ContainerDefinition } from "../../container-definition";
import type { Shown } from "./fields";
import { referenceRemedy, REGISTRY_REMEDY } from "./remedies";

/** Lists what stands where a reference to a secret belongs. */
export function listReferences(definition: ContainerDefinition): Shown[] {
    const { secrets = [], logConfiguration } = definition;
    const ofRegistry = listRepositoryCredentials([definition]);
    const listed = (path: string) => (entry: { name: string; valueFrom: string }) => ({
        place: "reference" as const,
        path,
        name: entry.name,
        value: entry.valueFrom,
        remedy: referenceRemedy(entry.name),
    });
    return [
        ...secrets.map(listed("secrets")),
        ...(logConfiguration?.secretOptions ?? []).map(listed("logConfiguration.secretOptions")),
        ...ofRegistry.map(({ credentialsParameter }): Shown => ({
            place: "reference",
            path: "repositoryCredentials.credentialsParameter",
            name: "",
            value: credentialsParameter,
            remedy: REGISTRY_REMEDY,
        })),
    ];
}
