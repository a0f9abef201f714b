import type { Finding } from "../../finding";
import { DEFERRED, isPlainObject, joinPath } from "../shape/shape";
import type { ContainerDescription, TaskDescription } from "./description";

/**
 * Finds links, mounts and volumes of containers and volumes that are not there.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html
 */
export function findVolumeFindings(
    { volumes, containers }: Pick<TaskDescription, "containers" | "volumes">,
    names: readonly string[],
): Finding[] {
    const known = readVolumeNames(volumes);
    return Object.entries(containers).flatMap(([name, container]) => {
        const path = joinPath("containers", name);
        const others = names.filter((other) => other !== name);
        return [
            ...findUnknown(readLinks(container), others, "another container", `${path}.links`, ""),
            ...findUnknown(
                readFields(container.volumesFrom, "sourceContainer"),
                others,
                "another container",
                `${path}.volumesFrom`,
                ".sourceContainer",
            ),
            ...(known
                ? findUnknown(
                      readFields(container.mountPoints, "sourceVolume"),
                      known,
                      "a volume",
                      `${path}.mountPoints`,
                      ".sourceVolume",
                  )
                : []),
        ];
    });
}

/** The names of the volumes; `undefined` if they are not all at hand. */
function readVolumeNames(volumes: unknown = []): string[] | undefined {
    const names = Array.isArray(volumes)
        ? volumes.map((volume: unknown) => (isPlainObject(volume) ? volume.name : undefined))
        : [undefined];
    return names.every((name) => typeof name === "string") ? names : undefined;
}

/** A link may end in a colon and the name that the container is reached by. */
function readLinks({ links = [] }: ContainerDescription): unknown[] {
    return links === DEFERRED
        ? []
        : links.map((link) => (typeof link === "string" ? link.split(":")[0] : link));
}

function readFields(list: unknown, field: string): unknown[] {
    return Array.isArray(list)
        ? list.map((entry: unknown) => (isPlainObject(entry) ? entry[field] : undefined))
        : [];
}

function findUnknown(
    given: readonly unknown[],
    known: readonly string[],
    what: string,
    path: string,
    field: string,
): Finding[] {
    const remedy =
        known.length === 0
            ? "Remove it: there is none."
            : `Name ${what}: ${[...known].sort().join(" or ")}.`;
    return given.flatMap((name, index) =>
        typeof name !== "string" || known.includes(name)
            ? []
            : [
                  {
                      path: `${path}[${index}]${field}`,
                      reason: `does not name ${what} of the task`,
                      remedy,
                  },
              ],
    );
}
