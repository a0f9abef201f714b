import { listRepositoryCredentials, type ContainerDefinition } from "../../container-definition";
import { detectSecret } from "../../detection";
import type { Finding } from "../../finding";
import { GIVE_A_REFERENCE } from "../../reference-problem";
import { parseValueFrom } from "../../value-from";
import { formatPlace } from "../find-secrets";
import { hasUnknownPart } from "../unknown-part";
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

/** Finds what can be no reference, and may be the secret itself. */
export function findReferenceFindings(
    definition: ContainerDefinition,
    container: string,
): Finding[] {
    return listReferences(definition).flatMap((shown) => {
        const value = shown.value ?? "";
        const isOpen = hasUnknownPart(value) || value === "" || value.startsWith("arn:");
        const isTold = detectSecret(shown.place, "", value).verdict === "secret";
        return isOpen || isTold || parseValueFrom(value).reference
            ? []
            : [
                  {
                      path: formatPlace({ ...shown, container }),
                      reason: "is no reference, and may be the secret itself",
                      remedy: GIVE_A_REFERENCE,
                  },
              ];
    });
}
