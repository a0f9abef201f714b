import { compare, type Finding } from "../../finding";
import { DEFERRED, joinPath } from "../shape/shape";
import type { ContainerDescription } from "./description";

type Containers = Readonly<Record<string, ContainerDescription>>;

/**
 * Finds containers that would wait for themselves through others, or for an essential container to
 * end, with which the task ends.
 * Source: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDependency.html
 */
export function findDependencyCycles(containers: Containers): Finding[] {
    const names = Object.keys(containers).sort(compare);
    return names.flatMap((name) => [
        ...findCycle(name, containers),
        ...findAwaitedEnds(name, containers),
    ]);
}

function findCycle(name: string, containers: Containers): Finding[] {
    const way = wayBack(name, containers);
    // Each container of the cycle would say the same; the first of them does.
    if (way === undefined || way.some((other) => compare(other, name) < 0)) {
        return [];
    }
    return [
        {
            path: joinPath(joinPath("containers", name), "dependsOn"),
            reason: `waits for the container itself, through ${way.join(" and ")}`,
            remedy: "Remove one of these dependencies.",
        },
    ];
}

/** The shortest way from a container through others back to itself. */
function wayBack(start: string, containers: Containers): string[] | undefined {
    const ways = dependenciesOf(start, containers).map((name) => [name]);
    const seen = new Set<string>();
    for (let way = ways.shift(); way !== undefined; way = ways.shift()) {
        const next = dependenciesOf(way[way.length - 1], containers);
        if (next.includes(start)) {
            return way;
        }
        for (const name of next.filter((one) => !seen.has(one))) {
            seen.add(name);
            ways.push([...way, name]);
        }
    }
    return undefined;
}

/** A dependency on the container itself is found for itself. */
function dependenciesOf(name: string, containers: Containers): string[] {
    const { dependsOn = [] } = Object.hasOwn(containers, name) ? containers[name] : {};
    return (dependsOn === DEFERRED ? [] : dependsOn)
        .map((one) => (one === DEFERRED ? undefined : one.containerName))
        .filter((one) => typeof one === "string" && one !== name)
        .map(String)
        .sort(compare);
}

function findAwaitedEnds(name: string, containers: Containers): Finding[] {
    const { dependsOn = [] } = containers[name];
    return (dependsOn === DEFERRED ? [] : dependsOn).flatMap((dependency, index) => {
        const { containerName, condition } = dependency === DEFERRED ? {} : dependency;
        const isEnd = condition === "COMPLETE" || condition === "SUCCESS";
        const isOther = typeof containerName === "string" && containerName !== name;
        const isEssential =
            isOther &&
            Object.hasOwn(containers, containerName) &&
            (containers[containerName].essential ?? true) === true;
        const path = `${joinPath("containers", name)}.dependsOn[${index}].condition`;
        const reason = `is ${String(condition)}, and the task ends with that container: it is essential`;
        const remedy = "Give it essential false, or wait for START or HEALTHY.";
        return isEnd && isEssential ? [{ path, reason, remedy }] : [];
    });
}
