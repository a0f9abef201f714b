import { nameContainer, type ContainerDefinition } from "../container-definition";
import type { Finding } from "../finding";
import type { InjectionFinding } from "./injection-finding";

const PLACE =
    /^containerDefinitions\[(\d+)\]\.((?:secrets|environmentFiles|repositoryCredentials|logConfiguration\.secretOptions).*)$/;

/** What the parser could not read of what containers are given, for example no `valueFrom`. */
export function findUnreadable(
    findings: readonly Finding[],
    definitions: readonly ContainerDefinition[],
): InjectionFinding[] {
    // An element that is no object is no definition either, and shifts those after it.
    const isAligned = findings.every(({ path }) => path !== "containerDefinitions");
    return findings.flatMap(({ path, reason, remedy }) => {
        const [, index, field] = PLACE.exec(path) ?? [];
        return field === undefined
            ? []
            : [
                  {
                      certainty: "certain" as const,
                      container: isAligned
                          ? nameContainer(definitions[Number(index)])
                          : `number ${Number(index) + 1}`,
                      path: field,
                      name: "",
                      reason: `it ${reason}`,
                      remedy,
                  },
              ];
    });
}
