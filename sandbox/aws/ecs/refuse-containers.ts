import type { ContainerDefinition } from "../../../core";
import type { Properties } from "../resource-type";
import { refuse } from "./refuse-registration";

const MAX_CONTAINERS = 10;

type Named = readonly Readonly<Record<string, unknown>>[];

/** Refuses containers that may not stand beside one another. */
export function refuseContainers(
    definitions: readonly ContainerDefinition[],
    inputs: Properties,
): void {
    const names = definitions.map(({ name }) => name);
    if (definitions.length === 0) {
        refuse("TaskDefinition must have at least one container definition.");
    }
    if (definitions.length > MAX_CONTAINERS) {
        refuse(`A task definition may hold at most ${MAX_CONTAINERS} containers.`);
    }
    if (new Set(names).size < names.length) {
        refuse("Container names must be unique in a task definition.");
    }
    if (definitions.every(({ essential }) => essential === false)) {
        refuse("Invalid 'essential' settings. At least one container must be essential.");
    }
    refuseFireLens(definitions);
    refuseDependencies(definitions, names);
    refuseVolumes(definitions, inputs);
    const { containerName } = (inputs.proxyConfiguration ?? {}) as { containerName?: string };
    if (containerName !== undefined && !names.includes(containerName)) {
        refuse(`The proxy container ${containerName} is not in the task definition.`);
    }
}

function refuseFireLens(definitions: readonly ContainerDefinition[]): void {
    const isLogged = definitions.some(
        ({ logConfiguration }) => logConfiguration?.logDriver === "awsfirelens",
    );
    const routers = definitions.filter(
        ({ firelensConfiguration }) => firelensConfiguration !== undefined,
    );
    if (isLogged && routers.length === 0) {
        refuse(
            "When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers.",
        );
    }
    if (!isLogged && routers.length > 0) {
        refuse(
            "When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver.",
        );
    }
    if (routers.length > 1) {
        refuse("A task definition may have one container with a firelensConfiguration.");
    }
}

function refuseDependencies(
    definitions: readonly ContainerDefinition[],
    names: readonly string[],
): void {
    const edges = new Map(
        definitions.map(({ name, dependsOn }) => [
            name,
            ((dependsOn ?? []) as Named).map(({ containerName }) => String(containerName)),
        ]),
    );
    for (const [name, others] of edges) {
        const missing = others.find((other) => !names.includes(other));
        if (missing !== undefined) {
            refuse(`The container ${name} depends on the unknown container ${missing}.`);
        }
    }
    const isInCycle = (name: string, path: readonly string[]): boolean =>
        path.includes(name) ||
        (edges.get(name) ?? []).some((other) => isInCycle(other, [...path, name]));
    if (names.some((name) => isInCycle(name, []))) {
        refuse("The dependencies of the containers form a cycle.");
    }
}

function refuseVolumes(definitions: readonly ContainerDefinition[], inputs: Properties): void {
    const volumes = ((inputs.volumes ?? []) as Named).map(({ name }) => name);
    const mounted = definitions.flatMap(({ mountPoints }) => (mountPoints ?? []) as Named);
    const unknown = mounted.find(({ sourceVolume }) => !volumes.includes(sourceVolume));
    if (unknown) {
        refuse(`Unknown volume '${String(unknown.sourceVolume)}'.`);
    }
    if (new Set(volumes).size < volumes.length) {
        refuse("Volume names must be unique in a task definition.");
    }
}
