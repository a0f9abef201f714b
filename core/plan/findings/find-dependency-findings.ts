import type { Finding } from "../../finding";
import { DEFERRED, type Deferrable } from "../shape/shape";
import type { DependencyDescription } from "./description";

/**
 * Finds dependencies that a container cannot have: on one that the task has not, or on itself.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
 */
export function findDependencyFindings(
    dependencies: Deferrable<readonly Deferrable<DependencyDescription>[]>,
    own: string,
    containers: readonly string[],
    path: string,
): Finding[] {
    if (dependencies === DEFERRED) {
        return [];
    }
    return dependencies.flatMap((dependency, index) => {
        const name = dependency === DEFERRED ? undefined : dependency.containerName;
        // An empty one is found by its shape.
        if (typeof name !== "string" || (name !== own && containers.includes(name))) {
            return [];
        }
        const others = containers.filter((other) => other !== own).sort();
        return [
            {
                path: `${path}[${index}].containerName`,
                reason: name === own ? "is the container itself" : "names no container of the task",
                remedy:
                    others.length === 0
                        ? "Remove it: there is no other container."
                        : `Name another container: ${others.join(" or ")}.`,
            },
        ];
    });
}
